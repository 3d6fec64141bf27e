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
 * @param frame what is shown of time
 * @param open when the alert was open, in order
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
    Frame frame,
    List<Span> open,
    List<Mark> marks,
    List<Exhibit> evidence) {

  Picture {
    line = List.copyOf(line);
    band = List.copyOf(band);
    open = List.copyOf(open);
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
   * @param whole from edge to edge
   * @param window the one that opened the alert
   */
  record Frame(Span whole, Span window) {}

  /** A range of time. */
  record Span(Instant start, Instant end) {}

  /** A record of the alert: when, and what to write beside it; perhaps nothing. */
  record Mark(Instant at, String word) {}

  /** An article: when, and what a pointer that rests on it shows. */
  record Exhibit(Instant at, String words, @Nullable String url) {}
}
