package io.tocsin.tag.query;

import java.util.Locale;

/** What places can share. Neither goes beyond one field. */
public enum Unit {
  SENTENCE,
  /** Ends at a blank line, and at a line break that follows the end of a sentence. */
  PARAGRAPH;

  /** In small letters, for messages. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
