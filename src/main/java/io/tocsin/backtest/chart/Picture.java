package io.tocsin.backtest.chart;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one chart shows.
 *
 * @param title what it is about
 * @param subtitle rule and numbers
 * @param severity word of the alert's severity
 * @param unit what the line counts, such as {@code stories in 1 h}
 * @param line the measure, in order of time; each value holds until the next
 * @param asked the number that the rule asks for; null when it has none
 * @param band what was expected and how far it spreads; empty when the rule has none
 * @param spans the window that decided, and the episode
 * @param marks the records of the alert
 * @param evidence the articles that it stands on
 */
record Picture(
    String title,
    String subtitle,
    String severity,
    String unit,
    List<Point> line,
    @Nullable Double asked,
    List<Band> band,
    Spans spans,
    List<Mark> marks,
    List<Exhibit> evidence) {

  Picture {
    line = List.copyOf(line);
    band = List.copyOf(band);
    marks = List.copyOf(marks);
    evidence = List.copyOf(evidence);
  }

  /** A value from an instant on. */
  record Point(Instant at, double value) {}

  /** What was expected at an instant, and between which numbers windows usually lie. */
  record Band(Instant at, double low, double expected, double high) {}

  /**
   * Ranges of time.
   *
   * @param from left edge of the chart
   * @param to right edge of the chart
   * @param windowStart where the window that decided begins
   * @param windowEnd where it ends
   * @param startsAt where the episode begins
   * @param endsAt where it ends; null while it is open
   */
  record Spans(
      Instant from,
      Instant to,
      Instant windowStart,
      Instant windowEnd,
      Instant startsAt,
      @Nullable Instant endsAt) {}

  /** A record of the alert: when, and its state in a word. */
  record Mark(Instant at, String state) {}

  /** An article: when, and what a pointer that rests on it shows. */
  record Exhibit(Instant at, String words, @Nullable String url) {}
}
