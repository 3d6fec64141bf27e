package io.tocsin.deliver.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tocsin.model.Alert;
import io.tocsin.model.Severity;
import io.tocsin.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file of sinks: what is read, and what is refused with which words. */
class SinksFileTest {

  private static final String KEY = "a long enough secret, really";

  @TempDir private Path folder;

  @Test
  void withoutAFileOrWithACommentedOneThereIsNoSink() throws IOException {
    // When
    Sinks missing = SinksFile.read(folder.resolve("none.yaml"), Map.of());
    Sinks none = SinksFile.read(null, Map.of());
    Sinks commented = SinksFile.read(file("# sinks:\n#   - id: a\n"), Map.of());
    Sinks shipped = SinksFile.read(Path.of("config", "sinks.yaml"), Map.of());

    // Then
    assertThat(List.of(missing, none, commented, shipped))
        .allSatisfy(sinks -> assertThat(sinks.sinks()).isEmpty());
  }

  @Test
  void everyKeyIsRead() throws IOException {
    // Given
    Path secret = Files.writeString(folder.resolve("secret"), KEY + "\n");
    Path file =
        file(
            """
            allow:
              hosts: [hooks.inner.example]
              ports: [8443]
            sinks:
              - id: night-desk
                type: webhook
                url: {env: HOOK}
                secret: {file: %s}
                route:
                  severity: warning
                  rules: [one, two]
                  states: [opened, resolved]
                  labels: {team: desk}
                group: {by: [rule], window: 30s, most: 5}
                pace: 2s
                quiet: {from: "22:00", to: "07:00", zone: Europe/Berlin, except: critical}
            """
                .formatted(secret));

    // When
    Sinks sinks = SinksFile.read(file, Map.of("HOOK", "https://hooks.inner.example:8443/x"));

    // Then
    SinkSpec sink = sinks.sinks().get(0);
    assertThat(sink.id()).isEqualTo("night-desk");
    assertThat(sink.target())
        .isInstanceOfSatisfying(
            Target.Webhook.class,
            webhook -> {
              assertThat(webhook.url().reveal()).isEqualTo("https://hooks.inner.example:8443/x");
              assertThat(webhook.secret().reveal()).isEqualTo(KEY);
            });
    assertThat(sink.route())
        .isEqualTo(
            new Route(
                Severity.WARNING,
                Set.of("one", "two"),
                Set.of(Alert.State.OPENED, Alert.State.RESOLVED),
                Map.of("team", "desk")));
    assertThat(sink.grouping())
        .isEqualTo(new Grouping(true, List.of("rule"), Duration.ofSeconds(30), 5));
    assertThat(sink.pace()).isEqualTo(Duration.ofSeconds(2));
    assertThat(sink.quiet())
        .isEqualTo(
            new QuietHours(
                LocalTime.of(22, 0),
                LocalTime.of(7, 0),
                ZoneId.of("Europe/Berlin"),
                Severity.CRITICAL));
    assertThat(sinks.toString()).doesNotContain("https://", KEY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          sink: []                                             | line 1: the file of sinks has no key 'sink'; did you mean sinks?
          sinks: {}                                            | line 1: 'sinks' must be a list
          sinks: [{type: webhook, id: a, ulr: x}]              | has no key 'ulr'; did you mean url?
          sinks: [{id: a}]                                     | a sink needs the key 'type'
          sinks: [{id: a, type: webhok}]                       | 'type' is 'webhok', but must be one of webhook
          sinks: [{id: "A b", type: webhook, SURE}]            | 'A b' is no id
          sinks: [{id: a, type: webhook, secret: {env: KEY}}]  | needs the key 'url', such as url: https://
          sinks: [{id: a, type: webhook, url: "https://h.example/"}]                        | 'secret' is missing; write secret: {file:
          sinks: [{id: a, type: webhook, url: "https://h.example/", secret: word}]          | must not stand here in plain text
          sinks: [{id: a, type: webhook, url: "https://h.example/", secret: {env: NO}}]     | the environment has no variable NO
          sinks: [{id: a, type: webhook, url: "https://h.example/", secret: {file: /no}}]   | the file /no cannot be read
          sinks: [{id: a, type: webhook, url: "https://h.example/", secret: {env: SHORT}}]  | make one with `openssl rand -base64 32`
          sinks: [{id: a, type: webhook, url: "ftp://h.example/", secret: {env: KEY}}]      | must begin with https:// or http://
          sinks: [{id: a, type: webhook, url: "http://h.example:25/", secret: {env: KEY}}]  | port 25 is neither 80, 443 nor
          sinks: [{id: a, type: webhook, url: "not a url", secret: {env: KEY}}]             | 'url' is no URL
          sinks: [{id: a, type: webhook, SURE}, {id: a, type: webhook, SURE}]               | there are two sinks with the id 'a'
          sinks: [{id: a, type: webhook, SURE, pace: soon}]                                 | 'pace' is 'soon', but must be a duration
          sinks: [{id: a, type: webhook, SURE, route: {severity: bad}}]                     | must be one of info, warning, critical
          sinks: [{id: a, type: webhook, SURE, route: {states: [open]}}]                    | 'open' is none of opened, updated, resolved
          sinks: [{id: a, type: webhook, SURE, group: {most: 0}}]                           | 'most' is '0', but must be a whole number from 1 to 200
          sinks: [{id: a, type: webhook, SURE, quiet: {from: "25:00", to: "07:00"}}]        | must be a time of day
          sinks: [{id: a, type: webhook, SURE, quiet: {from: "07:00", to: "07:00"}}]        | quiet hours must end
          sinks: [{id: a, type: webhook, SURE, quiet: {from: "1:00", to: "07:00", zone: X}}]| a time zone such as Europe/Berlin
          sinks: [{id: a, type: slack, url: "https://h.example/", secret: {env: KEY}}]      | a sink of the type slack has no key 'secret'
          sinks: [{id: a, type: slack, url: "https://h.example/", text: "{sumary}"}]        | did you mean {summary}?
          sinks: [{id: a, type: teams, url: "https://h.example/", token: {env: KEY}}]       | a sink of the type teams has no key 'token'
          sinks: [{id: a, type: alertmanager, url: "https://h.example/", group: {}}]        | has no key 'group'
          sinks: [{id: a, type: alertmanager, url: "https://h.example/", token: x}]         | must not stand here in plain text
          sinks: [{id: a, type: alertmanager, url: "https://h.example/", repeat: 1s}]       | 'repeat' must be 5s or more
          allow: {ports: [no]}                                 | 'no' is no port
          sinks: [{id: a                                       | line 2: is not YAML
          """)
  void whatIsWrongIsToldWithItsLineAndTheFix(String yaml, String message) throws IOException {
    // Given
    Path file =
        file(yaml.replace("SURE", "url: \"https://h.example/\", secret: {env: KEY}") + "\n");

    // When
    SettingsException refused =
        catchThrowableOfType(
            SettingsException.class,
            () -> SinksFile.read(file, Map.of("KEY", KEY, "SHORT", "short")));

    // Then
    assertThat(refused).hasMessageContaining(file + " line ").hasMessageContaining(message);
  }

  @Test
  void noMessageQuotesAnAddress() throws IOException {
    // Given
    Path file =
        file(
            "sinks: [{id: a, type: webhook, url: \"https://u:canary@h.example/canary\","
                + " secret: {env: KEY}}]");

    // When
    SettingsException refused =
        catchThrowableOfType(
            SettingsException.class, () -> SinksFile.read(file, Map.of("KEY", KEY)));

    // Then
    assertThat(refused).hasMessageContaining("user or password").hasMessageNotContaining("canary");
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("sinks.yaml"), yaml);
  }
}
