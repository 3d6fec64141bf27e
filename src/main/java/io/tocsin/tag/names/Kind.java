package io.tocsin.tag.names;

import java.util.Locale;

/** What a name is the name of. */
enum Kind {
  PERSON,
  ORGANISATION,
  PLACE;

  static final Kind[] ALL = values();

  /** Its place in arrays of evidence, which live for one article. */
  @SuppressWarnings("EnumOrdinal")
  int index() {
    return ordinal();
  }

  /** The word in {@code Name} and before the slash of a subject's id. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
