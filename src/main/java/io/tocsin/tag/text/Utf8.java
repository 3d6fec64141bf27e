package io.tocsin.tag.text;

/**
 * Reads code points out of UTF-8. Bytes that are no character (they cannot come out of a String)
 * count one by one as U+0000, which separates words. Needs three readable bytes behind the text.
 */
final class Utf8 {
  private static final int NO_CHARACTER = 0;

  private Utf8() {}

  /** The code point at a place. */
  static int at(byte[] text, int place) {
    int lead = text[place];
    if (lead >= 0) {
      return lead;
    }
    int second = text[place + 1] ^ 0xFFFFFF80;
    if ((lead & 0xE0) == 0xC0 && (second & 0xC0) == 0) {
      return beyondAscii((lead & 0x1F) << 6 | second);
    }
    int third = text[place + 2] ^ 0xFFFFFF80;
    if ((lead & 0xF0) == 0xE0 && ((second | third) & 0xC0) == 0) {
      return beyondAscii((lead & 0xF) << 12 | second << 6 | third);
    }
    int fourth = text[place + 3] ^ 0xFFFFFF80;
    if ((lead & 0xF8) == 0xF0 && ((second | third | fourth) & 0xC0) == 0) {
      return beyondAscii((lead & 7) << 18 | second << 12 | third << 6 | fourth);
    }
    return NO_CHARACTER;
  }

  private static int beyondAscii(int codePoint) {
    return codePoint >= 0x80 && codePoint <= Character.MAX_CODE_POINT ? codePoint : NO_CHARACTER;
  }

  /** How many bytes a code point takes. */
  static int width(int codePoint) {
    if (codePoint < 0x80) {
      return 1;
    }
    return codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }
}
