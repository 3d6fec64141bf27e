package io.tocsin.model;

import java.util.Locale;

/**
 * What the screen noted about an accepted article; a closed list, so that each can be a metric
 * label.
 */
public enum Mark {
  /**
   * {@code publishedAt} lay more than ten minutes ahead of the receive time and was clamped to it.
   */
  CLOCK_SKEW,
  /** There was no {@code publishedAt}; the record's own time stands in. */
  TIME_MISSING,
  /**
   * Older than the grace behind the newest trusted time of its partition: tagged, counted as late,
   * alerts nothing.
   */
  LATE,
  /** The text was longer than the limit; its head was kept. */
  TRUNCATED,
  /** The same id came before with another text: a correction. */
  CORRECTED,
  /**
   * There were more tags than an article may carry; the first ones were kept, and occurrences count
   * all.
   */
  TAGS_CUT,
  /** The language was not given but detected. */
  LANGUAGE_DETECTED;

  /** The word on the wire, such as {@code clock_skew}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
