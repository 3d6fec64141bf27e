package io.tocsin.tag.query;

import java.util.Locale;

/** A part of an article that a query can be held against by itself. */
public enum Zone {
  TITLE,
  SUMMARY,
  /** The summary, and the first three sentences of the body. */
  LEAD,
  BODY;

  /** The word in a query, such as {@code title}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
