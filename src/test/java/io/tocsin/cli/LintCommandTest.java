package io.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.wire.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code tocsin watch lint} with articles: the estimate as text and as JSON. */
class LintCommandTest {

  @TempDir private Path folder;
  private Path list;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine command =
      new CommandLine(
              new WatchCommand(
                  () -> {
                    throw new IllegalStateException("no cluster was needed");
                  },
                  Clock.systemUTC()))
          .setOut(new PrintWriter(out))
          .setErr(new PrintWriter(err));

  @BeforeEach
  void writeWatchlist() throws IOException {
    list = folder.resolve("list.yaml");
    Files.writeString(
        list,
        """
        subjects:
          - {id: place/aa, name: Aria, aliases: [Aria]}
          - {id: theme/trade, name: Trade, query: 'trade NEAR/3 deal'}
        rules:
          - id: embargo
            when: {match: {query: 'embargo AND @place/aa'}}
        """);
  }

  @Test
  void theEstimateIsSortedAndWarnsOfTheFrequentAndTheMissing() throws IOException {
    // Given
    Path one = articles("one.jsonl", 100, "A trade deal in Aria.");
    Path two = articles("two.jsonl", 100, "Quiet elsewhere.");

    // When
    int exitCode = lint("--articles", one.toString(), "--articles", two.toString());

    // Then
    assertThat(err.toString()).isEmpty();
    assertThat(exitCode).isZero();
    assertThat(out.toString().replaceAll("\\d+\\.\\d\\d s", "0.00 s"))
        .isEqualToNormalizingNewlines(
            """
            2 subjects, 1 rules: no error
            2 subjects, 1 rules: read in 0.00 s, compiled in 0.00 s
            200 articles: 1.0 days with articles, 2024-03-01 to 2024-03-02
               per day     share  articles  subject or rule
                   100   50.00 %       100  place/aa  warning: in more than 5 % of all articles
                   100   50.00 %       100  theme/trade  warning: in more than 5 % of all articles
                  0.00    0.00 %         0  rule embargo  warning: never found
            2 in more than 5 % of all articles, 1 never found
            """);
  }

  @Test
  void scriptsGetOneJsonObject() throws IOException {
    // Given
    Path file = articles("one.jsonl", 100, "A trade deal.");

    // When
    int exitCode = lint("--articles", file.toString(), "--format", "json");

    // Then
    assertThat(exitCode).isZero();
    JsonNode json = Json.MAPPER.readTree(out.toString());
    assertThat(json.at("/subjects").asInt()).isEqualTo(2);
    assertThat(json.at("/findings").isArray()).isTrue();
    assertThat(json.at("/estimate/articles").asInt()).isEqualTo(100);
    assertThat(json.at("/estimate/days").asDouble()).isEqualTo(1.0);
    assertThat(json.at("/estimate/frequencies/0"))
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {"id": "theme/trade", "kind": "subject", "articles": 100, "share": 1.0,
                 "perDay": 100.0, "warning": "in more than 5 % of all articles"}
                """));
    assertThat(json.at("/estimate/frequencies/2/kind").asText()).isEqualTo("rule");
  }

  @Test
  void filesWithoutAnyArticleAreWrongUsage() throws IOException {
    // Given
    Path empty = Files.writeString(folder.resolve("empty.jsonl"), "{broken\n");

    // When
    int none = lint("--articles", empty.toString());
    int missing = lint("--articles", folder.resolve("gone.jsonl").toString());

    // Then
    assertThat(none).isEqualTo(2);
    assertThat(missing).isEqualTo(2);
    assertThat(err.toString())
        .contains("left out: " + empty + ":1: ")
        .contains("there is no article in what --articles names")
        .contains("gone.jsonl: no such file or folder");
  }

  /** Half of the articles at noon of one day, half at noon of the next. */
  private Path articles(String name, int count, String body) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append(
          "{\"body\":\"%s\",\"publishedAt\":\"2024-03-0%dT12:00:00Z\"}\n"
              .formatted(body, 1 + i % 2));
    }
    return Files.writeString(folder.resolve(name), lines);
  }

  private int lint(String... options) {
    String[] all = new String[options.length + 2];
    all[0] = "lint";
    all[1] = list.toString();
    System.arraycopy(options, 0, all, 2, options.length);
    return command.execute(all);
  }
}
