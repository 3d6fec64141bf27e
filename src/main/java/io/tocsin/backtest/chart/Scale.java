package io.tocsin.backtest.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Time and numbers to places on the plot.
 *
 * @param from time at the left edge
 * @param to time at the right edge
 * @param top number at the upper edge; zero stands at the lower one
 */
record Scale(Instant from, Instant to, double top) {
  static final double LEFT = 56;
  static final double RIGHT = 936;
  static final double UPPER = 90;
  static final double LOWER = 316;

  private static final int MOST_TIMES = 9;
  private static final int MOST_NUMBERS = 5;
  private static final List<Duration> STEPS =
      List.of(
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(3),
          Duration.ofHours(6),
          Duration.ofHours(12),
          Duration.ofDays(1),
          Duration.ofDays(2),
          Duration.ofDays(7),
          Duration.ofDays(28));
  private static final DateTimeFormatter HOUR = formatter("HH:mm");
  private static final DateTimeFormatter DAY = formatter("d MMM");

  /** A scale on which a number fits, with air above it. */
  static Scale fitting(Instant from, Instant to, double highest) {
    double wanted = Math.max(1, highest * 1.08);
    double step = numberStep(wanted);
    return new Scale(from, to, Math.ceil(wanted / step) * step);
  }

  double x(Instant time) {
    double part =
        (double) Duration.between(from, time).toSeconds()
            / Math.max(1, Duration.between(from, to).toSeconds());
    return LEFT + Math.max(0, Math.min(1, part)) * (RIGHT - LEFT);
  }

  double y(double number) {
    return LOWER - Math.max(0, Math.min(1, number / top)) * (LOWER - UPPER);
  }

  /** Round numbers for the lines across, zero not among them. */
  List<Double> numbers() {
    double step = numberStep(top);
    List<Double> numbers = new ArrayList<>();
    for (double number = step; number <= top * 1.0001; number += step) {
      numbers.add(number);
    }
    return numbers;
  }

  /** Round times for the axis. */
  List<Instant> times() {
    Duration span = Duration.between(from, to);
    Duration step =
        STEPS.stream()
            .filter(candidate -> span.dividedBy(candidate) <= MOST_TIMES)
            .findFirst()
            .orElse(span.dividedBy(MOST_TIMES).plusSeconds(1));
    List<Instant> times = new ArrayList<>();
    long seconds = step.toSeconds();
    for (long at = Math.floorDiv(from.getEpochSecond(), seconds) * seconds + seconds;
        at <= to.getEpochSecond();
        at += seconds) {
      times.add(Instant.ofEpochSecond(at));
    }
    return times;
  }

  /** The day at midnight, else the hour. */
  static String label(Instant time) {
    boolean midnight = Math.floorMod(time.getEpochSecond(), 86_400L) == 0;
    return (midnight ? DAY : HOUR).format(time);
  }

  private static double numberStep(double top) {
    double raw = top / MOST_NUMBERS;
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= raw) {
        return Math.max(1, factor * power);
      }
    }
    return Math.max(1, 10 * power);
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }
}
