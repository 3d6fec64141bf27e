package io.tocsin.model;

import java.util.Locale;

/** In which form a subject was found in the text. */
public enum Form {
  NAME,
  SHORT,
  DEMONYM,
  QUERY,
  IMPLIED;

  /** The word on the wire, such as {@code demonym}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
