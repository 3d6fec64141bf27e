package io.tocsin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the layers of settings lie over each other, and how wrong ones are answered. */
class SettingsLoaderTest {

  @TempDir private Path folder;

  @Test
  void withoutAnythingSetTheDefaultsHold() {
    Settings settings = SettingsLoader.standard();

    assertThat(settings.data()).isEqualTo(Path.of("./data"));
    assertThat(settings.kafka().bootstrapServers()).isNull();
    assertThat(settings.http()).isEqualTo(new Settings.Http("127.0.0.1", 8080, null));
    assertThat(settings.time())
        .isEqualTo(new Settings.Time(Duration.ofHours(1), Duration.ofMinutes(10)));
    assertThat(settings.articles().maxBytes()).isEqualTo(1_000_000);
    assertThat(settings.articles().languages()).contains("en", "ko");
  }

  @Test
  void commandLineBeatsEnvironmentBeatsFileBeatsDefault() throws IOException {
    // Given
    Path file = file("http.port: 1001\nhttp.host: localhost\nbroker.port: 1003\n");
    Map<String, String> environment =
        Map.of("TOCSIN_HTTP_PORT", "2001", "TOCSIN_BROKER_PORT", "2003");

    // When
    LoadedSettings loaded = SettingsLoader.load(file, environment, List.of("http.port=3001"));

    // Then
    assertThat(loaded.settings().http().port()).isEqualTo(3001);
    assertThat(loaded.settings().broker().port()).isEqualTo(2003);
    assertThat(loaded.settings().http().host()).isEqualTo("localhost");
    assertThat(loaded.effective())
        .contains(
            "http.port = 3001 (from cli)",
            "broker.port = 2003 (from env)",
            "http.host = localhost (from file)",
            "time.grace = 1h (from default)",
            "kafka.bootstrap.servers = (none) (from default)");
  }

  @Test
  void nestedAndDottedNamesAreTheSame() throws IOException {
    // Given
    Path file =
        file(
            """
            streams:
              threads: 3
              commit.interval: 1s
            kafka:
              properties:
                security.protocol: SSL
                ssl:
                  truststore.location: /etc/trust
            articles.languages: [en, de]
            """);

    // When
    Settings settings = load(file).settings();

    // Then
    assertThat(settings.streams().threads()).isEqualTo(3);
    assertThat(settings.streams().commitInterval()).isEqualTo(Duration.ofSeconds(1));
    assertThat(settings.kafka().properties())
        .isEqualTo(Map.of("security.protocol", "SSL", "ssl.truststore.location", "/etc/trust"));
    assertThat(settings.articles().languages()).containsExactly("en", "de");
  }

  @Test
  void unknownNameIsAnsweredWithItsLineAndTheNearestKnownOne() throws IOException {
    Path file = file("# first\nhttp:\n  prot: 80\n");

    assertThatThrownBy(() -> load(file))
        .isInstanceOf(SettingsException.class)
        .hasMessage(file + " line 3: there is no setting http.prot; did you mean http.port?");
  }

  @Test
  void everyProblemIsNamedAtOnce() throws IOException {
    Path file = file("http.port: eighty\ntime.grace: soon\n");

    assertThatThrownBy(
            () ->
                SettingsLoader.load(file, Map.of("TOCSIN_STREAM_THREADS", "2"), List.of("novalue")))
        .hasMessageContaining("line 1: http.port is 'eighty', but must be a port from 0 to 65535")
        .hasMessageContaining("line 2: time.grace is 'soon', but must be a duration")
        .hasMessageContaining("environment TOCSIN_STREAM_THREADS")
        .hasMessageContaining("did you mean streams.threads?")
        .hasMessageContaining("--set novalue: write it as --set key=value");
  }

  @Test
  void settingOneNameTwiceInAFileIsRefused() throws IOException {
    Path file = file("http.port: 1\nhttp:\n  port: 2\n");

    assertThatThrownBy(() -> load(file))
        .hasMessageContaining("line 3: http.port is set twice, first in")
        .hasMessageContaining("line 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "- a list          | settings are `name: value` lines",
        "http: [unclosed   | is not YAML",
        "'a: &x 1'         | there is no setting a",
        "http.port: *gone  | aliases"
      })
  void fileOfAnotherShapeIsRefusedWithItsLine(String content, String message) throws IOException {
    Path file = file(content + "\n");

    assertThatThrownBy(() -> load(file))
        .hasMessageContaining(file + " line ")
        .hasMessageContaining(message);
  }

  @Test
  void missingFileIsRefused() {
    assertThatThrownBy(() -> load(folder.resolve("gone.yaml")))
        .hasMessageContaining("gone.yaml: cannot be read");
  }

  @Test
  void secretComesFromAFileAndIsNeverShown() throws IOException {
    // Given
    Path secret = Files.writeString(folder.resolve("token"), "canary-4711\n");
    Map<String, String> environment =
        Map.of(
            "TOCSIN_HTTP_TOKEN_FILE",
            secret.toString(),
            "TOCSIN_KAFKA_PROPERTIES_SASL_JAAS_CONFIG",
            "canary-4712");

    // When
    LoadedSettings loaded =
        SettingsLoader.load(file(""), environment, List.of("http.host=0.0.0.0"));

    // Then
    Secret token = loaded.settings().http().token();
    assertThat(token).isNotNull().extracting(Secret::reveal).isEqualTo("canary-4711");
    assertThat(loaded.settings().kafka().properties())
        .containsEntry("sasl.jaas.config", "canary-4712");
    assertThat(loaded.toString()).doesNotContain("canary").contains("http.token = *** (from env)");
  }

  @Test
  void wrongSecretIsRefusedWithoutBeingShown() throws IOException {
    Path file = file("http.tokn: canary-4711\nhttp.token: ' '\n");

    assertThatThrownBy(() -> load(file))
        .hasMessageContaining("http.token is ***")
        .hasMessageNotContaining("canary");
  }

  @Test
  void addressThatOthersReachNeedsAToken() {
    assertThatThrownBy(() -> SettingsLoader.load(null, Map.of(), List.of("http.host=0.0.0.0")))
        .hasMessageContaining("http.token");
  }

  @Test
  void variablesOfTheScriptAndOfKubernetesAreNoSettings() {
    Map<String, String> environment =
        Map.of(
            "TOCSIN_HEAP",
            "1g",
            "TOCSIN_SERVICE_HOST",
            "10.0.0.1",
            "TOCSIN_PORT",
            "tcp://10.0.0.1:80",
            "HOME",
            "/",
            "TOCSIN_HTTP_TOKEN",
            "");

    assertThat(SettingsLoader.load(null, environment, List.of()).settings())
        .isEqualTo(SettingsLoader.standard());
  }

  @Test
  void shippedFileNamesEverySettingWithItsDefault() throws IOException {
    // Given
    String shipped = Files.readString(Path.of("config/tocsin.yaml"));
    StringBuilder uncommented = new StringBuilder();
    for (Key key : Key.values()) {
      assertThat(shipped).contains("\n# " + key.dotted() + ": ");
      if (key.standard() != null) {
        uncommented.append(line(shipped, key)).append('\n');
      }
    }

    // When
    Settings settings = load(file(uncommented.toString())).settings();

    // Then
    assertThat(settings).isEqualTo(SettingsLoader.standard());
    assertThat(load(Path.of("config/tocsin.yaml")).settings()).isEqualTo(settings);
  }

  private static String line(String text, Key key) {
    return text.lines()
        .filter(line -> line.startsWith("# " + key.dotted() + ": "))
        .findFirst()
        .orElseThrow()
        .substring(2);
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("settings.yaml"), content);
  }

  private static LoadedSettings load(@Nullable Path file) {
    return SettingsLoader.load(file, Map.of(), List.of());
  }
}
