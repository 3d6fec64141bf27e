package io.tocsin.model;

import java.util.Locale;

/** What a rule counts in a window. */
public enum Measure {
  ARTICLES,
  STORIES,
  VOICES,
  OCCURRENCES;

  /** The word on the wire, such as {@code voices}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
