package io.tocsin.cli.lint;

import io.tocsin.tag.Frequency;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be expected of a watchlist by the articles that it was held against.
 *
 * @param articles how many articles there were
 * @param days with articles among them; 0 when none has a time
 * @param first the earliest time of an article; null when none has one
 * @param last the latest time
 * @param frequencies of subjects and of queries of rules, the most frequent first
 */
public record Estimate(
    long articles,
    double days,
    @Nullable Instant first,
    @Nullable Instant last,
    List<Frequency> frequencies) {
  /** Of fewer articles nothing is said to be frequent or missing. */
  static final int ENOUGH = 100;

  /** Makes the list immutable. */
  public Estimate {
    frequencies = List.copyOf(frequencies);
  }

  /** Hits that can be expected in a day; negative when nobody can know. */
  double perDay(Frequency frequency) {
    return days == 0 ? -1 : frequency.articles() / days;
  }

  /** What is odd about a frequency; empty when nothing is. */
  String warning(Frequency frequency) {
    if (articles < ENOUGH) {
      return "";
    }
    if (frequency.isNever()) {
      return "never found";
    }
    return frequency.isOften() ? "in more than 5 % of all articles" : "";
  }
}
