package io.tocsin.model;

import java.util.List;
import java.util.Locale;

/** The fields of an article in which tags are found, in reading order. */
public enum Field {
  TITLE,
  SUMMARY,
  BODY;

  /** All fields in reading order. */
  public static final List<Field> ALL = List.of(values());

  /** Place in {@link #ALL}, for arrays by field. */
  @SuppressWarnings("EnumOrdinal")
  public int index() {
    return ordinal();
  }

  /** The word on the wire, such as {@code title}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
