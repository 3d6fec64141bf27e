package io.tocsin.cli;

import io.tocsin.settings.Durations;
import java.time.DateTimeException;
import java.time.Instant;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Reads what {@code --since} says: how long ago, or when. */
final class Since {
  private Since() {}

  /**
   * The instant that is meant.
   *
   * @throws ParameterException when it is neither a duration nor a time
   */
  static Instant read(String since, CommandLine command) {
    try {
      return since.matches("\\d{4}-.*")
          ? Instant.parse(since)
          : Instant.now().minus(Durations.parse(since));
    } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
      throw new ParameterException(
          command,
          "--since "
              + since
              + " must be a duration such as 10m or 7d, or a time such as 2023-11-06T09:30:00Z",
          e);
    }
  }
}
