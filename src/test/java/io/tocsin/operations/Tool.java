package io.tocsin.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program of the machine to its end. */
final class Tool {
  private static final long LIMIT_SECONDS = 60;

  private Tool() {}

  /**
   * How a program ended.
   *
   * @param exit its exit code
   * @param output standard output and standard error as one
   */
  record Result(int exit, String output) {}

  /**
   * Runs a program.
   *
   * @param name the program, looked up on the path
   * @param arguments handed over as they are
   * @throws AssertionError when it is not installed or takes longer than a minute
   */
  static Result run(String name, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(name));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("tocsin-" + name, ".log");
    try {
      Process process = start(command, output);
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new AssertionError(command + " did not end: " + Files.readString(output));
      }
      return new Result(process.exitValue(), Files.readString(output));
    } finally {
      Files.deleteIfExists(output);
    }
  }

  /**
   * Starts a program and does not wait for it.
   *
   * @param output the file that takes what it prints
   * @throws AssertionError when it is not installed
   */
  static Process start(List<String> command, Path output) {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(output.toFile())
          .start();
    } catch (IOException e) {
      throw new AssertionError(
          command.get(0)
              + " cannot be started; .ci/run installs it (Debian: apt install prometheus"
              + " prometheus-alertmanager)",
          e);
    }
  }
}
