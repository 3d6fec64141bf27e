package io.tocsin.model;

import java.util.Locale;

/** How much an alert matters, in rising order. */
public enum Severity {
  INFO,
  WARNING,
  CRITICAL;

  /** The word on the wire, such as {@code warning}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
