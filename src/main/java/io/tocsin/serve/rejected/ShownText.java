package io.tocsin.serve.rejected;

import java.nio.charset.StandardCharsets;

/**
 * Bytes and texts of strangers, made fit to be looked at: what is no UTF-8, controls a terminal or
 * turns the direction of writing becomes U+FFFD. Line feeds and tabs stay.
 */
final class ShownText {
  private static final int REPLACEMENT = 0xFFFD;

  private ShownText() {}

  /** The first bytes as text. */
  static String of(byte[] bytes, int most) {
    int length = Math.min(bytes.length, most);
    // Not in the middle of a character.
    while (length < bytes.length
        && length > most - 4
        && length > 0
        && (bytes[length] & 0xC0) == 0x80) {
      length--;
    }
    return clean(new String(bytes, 0, length, StandardCharsets.UTF_8));
  }

  /** The first UTF-16 units of a text. */
  static String of(String text, int most) {
    return clean(text.length() <= most ? text : text.substring(0, most));
  }

  private static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> isHarmless(point) ? point : REPLACEMENT)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isHarmless(int point) {
    if (point == '\n' || point == '\t') {
      return true;
    }
    int type = Character.getType(point);
    return type != Character.CONTROL
        && type != Character.SURROGATE
        && !(point >= 0x202A && point <= 0x202E)
        && !(point >= 0x2066 && point <= 0x2069);
  }
}
