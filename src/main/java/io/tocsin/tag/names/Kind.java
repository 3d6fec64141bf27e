package io.tocsin.tag.names;

import java.util.Locale;

/** What a name is the name of. */
enum Kind {
  PERSON,
  ORGANISATION,
  PLACE;

  static final Kind[] ALL = values();

  /** The word in {@code Name} and before the slash of a subject's id. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
