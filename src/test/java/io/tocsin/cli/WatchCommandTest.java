package io.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The parts of {@code tocsin watch} that need no cluster. */
class WatchCommandTest {

  @TempDir private Path folder;
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

  @Test
  void lintOfAGoodFolderSaysWhatItHolds() throws IOException {
    // Given
    write("subjects: [{id: place/xx, name: Exia, aliases: [Exia]}]");

    // When
    int exitCode = command.execute("lint", folder.toString());

    // Then
    assertThat(exitCode).isZero();
    assertThat(out.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("1 subjects, 0 rules: no error"),
            line ->
                assertThat(line)
                    .matches(
                        "1 subjects, 0 rules: read in \\d+\\.\\d\\d s, compiled in \\d+\\.\\d\\d s"));
  }

  @Test
  void lintNamesThePlaceOfEachMistakeInTheFormat() throws IOException {
    // Given
    write("subjects:\n  - {id: place/xx, name: Exia, alias: [Exia]}");

    // When
    int exitCode = command.execute("lint", folder.toString());

    // Then
    assertThat(exitCode).isEqualTo(2);
    assertThat(err.toString())
        .startsWith(
            "a.yaml:2:32: place/xx: 'alias' is no key of a subject; did you mean 'aliases'?");
  }

  @Test
  void lintNamesThePlaceOfAQueryThatCannotBeRead() throws IOException {
    // Given
    write("subjects:\n  - {id: theme/mixed, name: Mixed, query: a AND b OR c}");

    // When
    int exitCode = command.execute("lint", folder.toString());

    // Then
    assertThat(exitCode).isEqualTo(2);
    assertThat(err.toString()).startsWith("a.yaml:2:5: error: theme/mixed: ");
  }

  @Test
  void shippedWatchlistIsReadWithoutAMistake() {
    // When
    int exitCode = command.execute("lint", "config/watchlist");

    // Then
    assertThat(err.toString()).isEmpty();
    assertThat(exitCode).isZero();
    assertThat(out.toString().lines())
        .anyMatch(line -> line.endsWith(": no error"))
        .last()
        .asString()
        .contains(" s, compiled in ");
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("a.yaml"), text);
  }
}
