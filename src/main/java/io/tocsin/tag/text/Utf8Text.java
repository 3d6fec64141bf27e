package io.tocsin.tag.text;

/** Writes characters as UTF-8 into an array. */
final class Utf8Text {
  private Utf8Text() {}

  /**
   * Writes a text; a lone surrogate becomes a question mark.
   *
   * @param into with room for three bytes a character from {@code at} on
   * @return one past the last byte
   */
  static int write(CharSequence text, byte[] into, int at) {
    int to = at;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        into[to++] = (byte) c;
      } else if (c < 0x800) {
        into[to++] = (byte) (0xC0 | c >> 6);
        into[to++] = (byte) (0x80 | c & 0x3F);
      } else if (!Character.isSurrogate(c)) {
        into[to++] = (byte) (0xE0 | c >> 12);
        into[to++] = (byte) (0x80 | c >> 6 & 0x3F);
        into[to++] = (byte) (0x80 | c & 0x3F);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        int point = Character.toCodePoint(c, text.charAt(++i));
        into[to++] = (byte) (0xF0 | point >> 18);
        into[to++] = (byte) (0x80 | point >> 12 & 0x3F);
        into[to++] = (byte) (0x80 | point >> 6 & 0x3F);
        into[to++] = (byte) (0x80 | point & 0x3F);
      } else {
        into[to++] = '?';
      }
    }
    return to;
  }
}
