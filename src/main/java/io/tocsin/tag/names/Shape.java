package io.tocsin.tag.names;

/** How a word is written. */
enum Shape {
  /** A small letter first. */
  LOWER,
  /** A capital and somewhere a small letter. */
  CAPITAL,
  /** Two or more capitals and nothing small: an abbreviation, or shouting. */
  UPPER,
  /** One capital by itself. */
  INITIAL,
  /** A number. */
  DIGIT,
  /** A script without capitals. */
  CASELESS;

  /** The shape of the characters between two places; not empty. */
  static Shape of(String text, int start, int end) {
    char first = text.charAt(start);
    if (first >= 'a' && first <= 'z') {
      return LOWER;
    }
    if (first >= '0' && first <= '9') {
      return DIGIT;
    }
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
