package io.tocsin.wire;

import org.jspecify.annotations.Nullable;

/**
 * Strict UTF-8. The JSON parser's own decoder lets overlong forms and encoded surrogates through,
 * so that two different byte strings would become one text.
 */
final class Utf8 {
  private Utf8() {}

  /** Offset of the first byte that does not belong to well-formed UTF-8, or -1. */
  static int firstInvalid(byte[] bytes) {
    int at = 0;
    while (at < bytes.length) {
      int length = bytes[at] >= 0 ? 1 : sequence(bytes, at);
      if (length == 0) {
        return at;
      }
      at += length;
    }
    return -1;
  }

  /**
   * Whether the head looks like JSON in UTF-16 or UTF-32, which a JSON parser would silently
   * accept.
   */
  static boolean wide(byte[] bytes) {
    for (int i = 0; i < Math.min(4, bytes.length); i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return bytes.length >= 2
        && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
            || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
  }

  /**
   * The head of a text that fits into a number of UTF-8 bytes; ends between code points, null when
   * nothing fits.
   */
  static @Nullable String head(@Nullable String text, int maxBytes) {
    if (text == null || text.length() <= maxBytes / 3) {
      return text;
    }
    int left = maxBytes;
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      left -= width(point);
      if (left < 0) {
        return at == 0 ? null : text.substring(0, at);
      }
      at += Character.charCount(point);
    }
    return text;
  }

  /** Length of a text in UTF-8 bytes. */
  static int length(String text) {
    int bytes = 0;
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      bytes += width(point);
      at += Character.charCount(point);
    }
    return bytes;
  }

  private static int width(int point) {
    if (point < 0x80) {
      return 1;
    }
    if (point < 0x800) {
      return 2;
    }
    return point < 0x10000 ? 3 : 4;
  }

  /**
   * Length of the sequence that begins here, or 0; the bounds of the second byte exclude overlong
   * forms and surrogates.
   */
  private static int sequence(byte[] bytes, int at) {
    int lead = bytes[at] & 0xFF;
    if (lead < 0xC2 || lead > 0xF4) {
      return 0;
    }
    int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (at + length > bytes.length) {
      return 0;
    }
    int second = bytes[at + 1] & 0xFF;
    int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (second < low || second > high) {
      return 0;
    }
    for (int i = 2; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }
}
