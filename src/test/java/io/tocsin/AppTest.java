package io.tocsin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The root command: what it prints and how it ends. */
class AppTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine app =
      App.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

  @Test
  void versionIsTheOneOfTheBuild() {
    // When
    int exitCode = app.execute("--version");

    // Then
    assertThat(exitCode).isZero();
    assertThat(out.toString()).matches("tocsin \\d+\\.\\d+\\.\\d+\\S*\\R");
  }

  @Test
  void withoutACommandTheHelpIsPrinted() {
    // When
    int exitCode = app.execute();

    // Then
    assertThat(exitCode).isZero();
    assertThat(out.toString()).startsWith("Usage: tocsin");
  }

  @Test
  void unknownOptionIsWrongUsage() {
    // When
    int exitCode = app.execute("--no-such-option");

    // Then
    assertThat(exitCode).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString()).contains("--no-such-option");
  }
}
