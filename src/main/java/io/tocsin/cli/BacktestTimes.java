package io.tocsin.cli;

import io.tocsin.backtest.Period;
import io.tocsin.settings.Durations;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code backtest} about time. */
final class BacktestTimes {
  @Option(
      names = "--from",
      paramLabel = "TIME",
      description =
          "Tells alerts from then on, such as 2022-07-01 or 2022-07-01T06:00:00Z; what came before is read as their past. Of files the articles' own time counts, of a topic the time the broker took them.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "TIME", description = "Reads no article from then on")
  private @Nullable String to;

  @Option(
      names = "--history",
      paramLabel = "DURATION",
      description = "How much of the past before --from is read, such as 15d; all unless given")
  private @Nullable String history;

  /** Whether any was given. */
  boolean given() {
    return from != null || to != null || history != null;
  }

  /**
   * The period that was asked for.
   *
   * @throws IllegalArgumentException when an option is wrong; the message names it
   */
  Period period(Period.By by) {
    Instant begin = from == null ? Instant.MIN : time("--from", from);
    Instant end = to == null ? Instant.MAX : time("--to", to);
    if (!begin.isBefore(end)) {
      throw new IllegalArgumentException("--from " + from + " must be before --to " + to);
    }
    return new Period(since(begin), begin, end, by);
  }

  private Instant since(Instant begin) {
    if (history == null) {
      return Instant.MIN;
    }
    if (from == null) {
      throw new IllegalArgumentException("--history goes with --from; give both or neither");
    }
    try {
      return begin.minus(Durations.parse(history));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException(
          "--history " + history + " must be a duration such as 15d or 12h", e);
    }
  }

  private static Instant time(String option, String text) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          option
              + " "
              + text
              + " must be a day such as 2022-07-01 (its first moment in UTC) or a time such as 2022-07-01T06:00:00Z",
          e);
    }
  }
}
