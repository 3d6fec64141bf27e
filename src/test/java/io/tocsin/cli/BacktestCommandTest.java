package io.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.fixtures.NewsMaker;
import io.tocsin.runtime.ExitCode;
import io.tocsin.wire.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command over files: what it prints, and what it says to wrong use. */
class BacktestCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String list = "";
  private String news = "";

  @BeforeEach
  void writeFiles() throws IOException {
    list = NewsMaker.watchlist(folder.resolve("list")).toString();
    Path file = folder.resolve("news.jsonl");
    Files.write(
        file, NewsMaker.records(11, 3_000).stream().map(NewsMaker.Published::json).toList());
    news = file.toString();
  }

  @Test
  void peopleReadALinePerAlertACountPerDayAndTheSums() {
    // When
    int code = run("--watchlist", list, "--articles", news);

    // Then
    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("alerts opened per day\n2024-03-04")
        .containsPattern("2024-03-04 \\d\\d:\\d\\d  warning   (burst|meeting|storm) ")
        .contains("3,000 articles = ");
    assertThat(err.toString()).contains("3,000 articles in ");
  }

  @Test
  void programsReadARecordALine() throws IOException {
    // When
    int code = run("--watchlist", list, "--articles", news, "--format", "ndjson");

    // Then
    assertThat(code).isZero();
    List<String> lines = out.toString().lines().toList();
    assertThat(lines).isNotEmpty();
    for (String line : lines) {
      JsonNode alert = Json.MAPPER.readTree(line);
      assertThat(alert.at("/watchlistVersion").asLong()).isEqualTo(1);
      assertThat(alert.at("/state").asText()).isIn("opened", "updated", "resolved");
    }
  }

  @Test
  void sameWatchlistDiffersInNothingAndAnotherByItsAlerts() throws IOException {
    // Given
    Path other = folder.resolve("other");
    Files.createDirectory(other);
    String yaml = Files.readString(Path.of(list, "places.yaml"));
    Files.writeString(
        other.resolve("places.yaml"),
        yaml.replace("atLeast: 30", "atLeast: 40").replace("storm warning", "no such words"));

    // When
    int same = run("--watchlist", list, "--articles", news, "--compare", list);
    String nothing = out.toString();
    out.getBuffer().setLength(0);
    int different = run("--watchlist", list, "--articles", news, "--compare", other.toString());

    // Then
    assertThat(same).isZero();
    assertThat(nothing).contains("only A 0   only B 0   earlier in B 0   later in B 0   the same");
    assertThat(different).isEqualTo(ExitCode.FAILED.number());
    assertThat(out.toString()).containsPattern("only A {14}.*storm").contains("only B 0");
  }

  @Test
  void chartsAreWrittenBeside() {
    // When
    int code =
        run("--watchlist", list, "--articles", news, "--chart", folder.resolve("c").toString());

    // Then
    assertThat(code).isZero();
    assertThat(err.toString()).contains("charts: see " + folder.resolve("c"));
    assertThat(folder.resolve("c").resolve("index.html")).exists();
  }

  @Test
  void whatIsNoArticleIsToldWithItsPlaceAndRejectedAsLiveDoes() throws IOException {
    // Given
    Path poisoned = folder.resolve("poisoned.jsonl");
    Files.writeString(poisoned, "{\"title\":\n" + Files.readString(Path.of(news)));

    // When
    int code = run("--watchlist", list, "--articles", poisoned.toString());

    // Then
    assertThat(code).isZero();
    assertThat(err.toString()).contains(poisoned + ":1: malformed_json");
    assertThat(out.toString()).contains("1 rejected (1 malformed_json)");
  }

  @Test
  void fileThatIsCutOffIsReadAsFarAsItGoesAndFailed() throws IOException {
    // Given
    Path cut = folder.resolve("cut.json");
    Files.writeString(cut, "[{\"title\": \"One\", \"publishedAt\": \"2024-03-04T06:00:00Z\"},");

    // When
    int code = run("--watchlist", list, "--articles", cut.toString());

    // Then
    assertThat(code).isEqualTo(ExitCode.FAILED.number());
    assertThat(err.toString()).contains("ends inside an array");
    assertThat(out.toString()).contains("1 articles = 1 tagged", "no alert");
  }

  @Test
  void seriesOfCountsIsHeldAgainstTheDefaultRule() throws IOException {
    // Given
    Path series = series();

    // When
    int code = run("--counts", series.toString(), "--format", "csv");

    // Then
    assertThat(code).isZero();
    assertThat(out.toString().lines())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("file,timestamp,observed");
    assertThat(out.toString()).contains("\ncounts.csv,2015-03-18 00:00:00,");
  }

  @Test
  void ruleThatIsNoSpikeIsNamedWithTheRemedy() throws IOException {
    // When
    int code = run("--counts", series().toString(), "--watchlist", list, "--rule", "burst");

    // Then
    assertThat(code).isEqualTo(ExitCode.USAGE.number());
    assertThat(err.toString())
        .contains("the watchlist has no spike rule 'burst'")
        .contains("leave --rule out");
  }

  @Test
  void wrongUseIsToldWithWhatIsRight() {
    assertThat(run("--watchlist", list)).isEqualTo(ExitCode.USAGE.number());
    assertThat(err.toString()).contains("give either --articles or --counts");
    assertThat(run("--articles", news, "--format", "xml")).isEqualTo(ExitCode.USAGE.number());
    assertThat(err.toString()).contains("text, ndjson and csv are known");
    assertThat(run("--articles", news, "--from", "May")).isEqualTo(ExitCode.USAGE.number());
    assertThat(err.toString()).contains("--from May must be a day such as 2022-07-01");
    assertThat(run("--articles", news, "--from", "2024-03-05", "--to", "2024-03-05"))
        .isEqualTo(ExitCode.USAGE.number());
    assertThat(err.toString()).contains("--from 2024-03-05 must be before --to 2024-03-05");
    assertThat(run("--articles", folder.resolve("none").toString(), "--watchlist", list))
        .isEqualTo(ExitCode.USAGE.number());
    assertThat(err.toString()).contains("no such file or folder", "--bootstrap");
    assertThat(run("--articles", news, "--watchlist", folder.resolve("nowhere").toString()))
        .isEqualTo(ExitCode.USAGE.number());
    assertThat(err.toString()).contains("there is no such folder or file");
    assertThat(run("--articles", "-", "--watchlist", list, "--compare", list))
        .isEqualTo(ExitCode.USAGE.number());
    assertThat(err.toString()).contains("--compare reads the articles twice");
  }

  /** Three counts an hour for a month, and in one of them four hundred. */
  private Path series() throws IOException {
    StringBuilder csv = new StringBuilder("timestamp,value\n");
    for (int hour = 0; hour < 24 * 30; hour++) {
      csv.append(String.format("2015-03-%02d %02d:00:00,", 1 + hour / 24, hour % 24));
      csv.append(hour == 17 * 24 ? 400 : 3).append('\n');
    }
    return Files.writeString(folder.resolve("counts.csv"), csv);
  }

  private int run(String... arguments) {
    SettingsOptions options = new SettingsOptions();
    return new CommandLine(new BacktestCommand(options))
        .setExecutionExceptionHandler(new Failures())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
