package io.tocsin.tag.names;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a name is the name of. */
enum Kind {
  PERSON,
  ORGANISATION,
  PLACE;

  static final Kind[] ALL = values();

  private final String word = name().toLowerCase(Locale.ROOT);

  /** Its place in arrays of evidence, which live for one article. */
  @SuppressWarnings("EnumOrdinal")
  int index() {
    return ordinal();
  }

  /** The kind of a subject, by what stands before the slash of its id; null for any other. */
  static @Nullable Kind of(String subject) {
    for (Kind kind : ALL) {
      if (subject.length() > kind.word.length()
          && subject.charAt(kind.word.length()) == '/'
          && subject.startsWith(kind.word)) {
        return kind;
      }
    }
    return null;
  }

  /** The word in {@code Name} and before the slash of a subject's id. */
  String word() {
    return word;
  }
}
