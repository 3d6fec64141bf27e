package io.tocsin.wire;

/**
 * Repairs of a text at the door, before anything looks at it. What cannot be written back as UTF-8
 * or would disturb every reader is taken out here, once, so that key, value and offsets agree from
 * then on. Bidirectional controls and zero-width characters stay: they belong to the text, and
 * matching and the dashboard know how to treat them.
 */
final class Repair {
  /** More combining marks on one letter are no script but an attack on the eye. */
  static final int MAX_MARKS = 8;

  private static final char REPLACEMENT = '\uFFFD';

  private Repair() {}

  /**
   * The text without lone surrogates (each becomes U+FFFD), without C0 controls except tab and line
   * feed (CR LF and CR become LF), and with at most {@link #MAX_MARKS} combining marks per base.
   * The same string when there is nothing to repair.
   */
  static String text(String text) {
    int sound = soundHead(text);
    if (sound == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int marks = 0;
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      if (point == '\r') {
        if (at == text.length() || text.charAt(at) != '\n') {
          out.append('\n');
        }
        continue;
      }
      if (control(point)) {
        continue;
      }
      if (mark(point)) {
        if (++marks > MAX_MARKS) {
          continue;
        }
      } else if (Character.getType(point) != Character.FORMAT) {
        marks = 0;
      }
      out.appendCodePoint(surrogate(point) ? REPLACEMENT : point);
    }
    return out.toString();
  }

  /** A label: repaired, on one line, without space around it. */
  static String label(String text) {
    return text(text).replace('\n', ' ').replace('\t', ' ').strip();
  }

  /** Whether there is anything to read: a character that is not space, control or zero-width. */
  static boolean readable(String text) {
    return text.codePoints()
        .anyMatch(
            point ->
                !Character.isWhitespace(point)
                    && !Character.isSpaceChar(point)
                    && !Character.isISOControl(point)
                    && Character.getType(point) != Character.FORMAT);
  }

  /**
   * How much of the text surely needs no repair; below U+0300 there are neither marks nor
   * surrogates.
   */
  private static int soundHead(String text) {
    int marks = 0;
    for (int at = 0; at < text.length(); at++) {
      char unit = text.charAt(at);
      if (unit == '\r' || control(unit)) {
        return at;
      }
      if (unit < 0x300) {
        marks = 0;
        continue;
      }
      int point = text.codePointAt(at);
      if (surrogate(point)) {
        return at;
      }
      if (mark(point)) {
        if (++marks > MAX_MARKS) {
          return at;
        }
      } else if (Character.getType(point) != Character.FORMAT) {
        marks = 0;
      }
      at += Character.charCount(point) - 1;
    }
    return text.length();
  }

  private static boolean control(int point) {
    return point < 0x20 && point != '\n' && point != '\t' && point != '\r';
  }

  private static boolean surrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  private static boolean mark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }
}
