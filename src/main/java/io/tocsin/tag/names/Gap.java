package io.tocsin.tag.names;

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

  /** More characters than these between two words are looked at no further. */
  private static final int LONGEST = 8;

  /** The gap that begins at {@code from} and ends before {@code to}. */
  static Gap of(String text, int from, int to) {
    if (to - from > LONGEST) {
      return BREAK;
    }
    Gap found = SPACE;
    boolean space = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00A0') {
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
