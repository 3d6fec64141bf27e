package io.tocsin.tag.query;

import java.util.Locale;

/** What is known of an article besides its text. */
public enum Attribute {
  SOURCE,
  LANGUAGE,
  SECTION,
  PUBLISHED;

  /** The word in a query, such as {@code source}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
