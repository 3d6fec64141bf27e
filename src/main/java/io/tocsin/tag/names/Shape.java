package io.tocsin.tag.names;

import io.tocsin.tag.text.Scan;

/** How a word is written. */
enum Shape {
  /** A small letter first. */
  LOWER(false),
  /** A capital and somewhere a small letter. */
  CAPITAL(true),
  /** Two or more capitals and nothing small: an abbreviation, or shouting. */
  UPPER(true),
  /** One capital by itself. */
  INITIAL(true),
  /** A number. */
  DIGIT(false),
  /** A script without capitals. */
  CASELESS(false);

  private static final Shape[] ALL = values();

  private final boolean capital;

  Shape(boolean capital) {
    this.capital = capital;
  }

  /** Whether the word begins with a capital. */
  boolean hasCapital() {
    return capital;
  }

  /** A number by which arrays of one article keep it. */
  @SuppressWarnings("EnumOrdinal")
  byte code() {
    return (byte) ordinal();
  }

  /** The shape of a {@link #code}. */
  static Shape of(byte code) {
    return ALL[code];
  }

  /** The shape of a word of an article. */
  static Shape of(Scan scan, int word) {
    byte[] text = scan.utf8();
    int start = scan.byteStart(word);
    byte first = text[start];
    if (first >= 'a' && first <= 'z') {
      return LOWER;
    }
    if (first >= '0' && first <= '9') {
      return DIGIT;
    }
    if (first >= 0 && (first < 'A' || first > 'Z')) {
      return CASELESS;
    }
    int end = scan.byteEnd(word);
    int letters = 0;
    for (int i = start; i < end; i++) {
      byte c = text[i];
      if (c < 0) {
        return of(scan.article().text(scan.field(word)), scan.start(word), scan.end(word));
      }
      if (c >= 'a' && c <= 'z') {
        return CAPITAL;
      }
      letters += c == '.' ? 0 : 1;
    }
    return letters == 1 ? INITIAL : UPPER;
  }

  /** The shape of the characters between two places; not empty. */
  private static Shape of(String text, int start, int end) {
    int codePoint = text.codePointAt(start);
    if (!Character.isUpperCase(codePoint) && !Character.isTitleCase(codePoint)) {
      return Character.isLowerCase(codePoint)
          ? LOWER
          : Character.isDigit(codePoint) ? DIGIT : CASELESS;
    }
    int letters = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isLowerCase(c)) {
        return CAPITAL;
      }
      letters += c == '.' ? 0 : 1;
    }
    return letters == 1 ? INITIAL : UPPER;
  }
}
