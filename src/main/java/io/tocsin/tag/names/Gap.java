package io.tocsin.tag.names;

import io.tocsin.tag.text.Scan;

/** What stands between a word and the one before it. */
enum Gap {
  /** A sentence or a field begins. */
  START,
  SPACE,
  HYPHEN,
  /** A dot, with or without space. */
  DOT,
  /** The s of a possessive. */
  POSSESSIVE,
  AMPERSAND,
  COMMA,
  OPEN,
  CLOSE,
  SLASH,
  /** A quote, a colon or a dash: what follows may be written like the beginning of a sentence. */
  BREAK,
  OTHER;

  private static final Gap[] ALL = values();

  /** More characters than these between two words are looked at no further. */
  private static final int LONGEST = 8;

  /** A number above 0 by which arrays of one article keep it. */
  @SuppressWarnings("EnumOrdinal")
  byte code() {
    return (byte) (ordinal() + 1);
  }

  /** The gap of a {@link #code}. */
  static Gap of(byte code) {
    return ALL[code - 1];
  }

  /** The gap between a word and the one before it in the same sentence; mostly one space. */
  static Gap before(Scan scan, int word) {
    int from = scan.byteEnd(word - 1);
    if (scan.utf8()[from] == ' ' && scan.byteStart(word) == from + 1) {
      return SPACE;
    }
    String text = scan.article().text(scan.field(word));
    return of(text, scan.end(word - 1), scan.start(word));
  }

  /** The gap that begins at {@code from} and ends before {@code to}. */
  private static Gap of(String text, int from, int to) {
    if (to - from > LONGEST) {
      return BREAK;
    }
    Gap found = SPACE;
    boolean space = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        space = true;
        continue;
      }
      Gap here = of(c);
      if (here == POSSESSIVE && found == SPACE) {
        found = POSSESSIVE;
        if (i + 1 < to && (text.charAt(i + 1) == 's' || text.charAt(i + 1) == 'S')) {
          i++;
        }
      } else if (found == SPACE) {
        found = here;
      } else if (found == HYPHEN || here == BREAK || here == POSSESSIVE) {
        found = BREAK;
      } else if (here == OPEN) {
        found = OPEN;
      } else if (found != OPEN) {
        found = found == CLOSE || here == CLOSE ? CLOSE : OTHER;
      }
    }
    return found == HYPHEN && space ? BREAK : found;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\u00A0' || ((c < ' ' || c >= 128) && Character.isWhitespace(c));
  }

  private static Gap of(char c) {
    return switch (c) {
      case '-', '\u2010', '\u2011' -> HYPHEN;
      case '.' -> DOT;
      case '\'', '\u2019' -> POSSESSIVE;
      case '&' -> AMPERSAND;
      case ',' -> COMMA;
      case '(', '[' -> OPEN;
      case ')', ']' -> CLOSE;
      case '/' -> SLASH;
      case '"', ':', ';', '\u201C', '\u201D', '\u2018', '\u00AB', '\u00BB', '\u2013', '\u2014' ->
          BREAK;
      default -> OTHER;
    };
  }
}
