package io.tocsin.tag.text;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** What can stand between two words without anything ending there. */
final class Gaps {
  /** Longer ones are rare; the sentences say. */
  private static final int LONGEST = 4;

  private static final boolean[] CALM = new boolean[128];

  static {
    for (byte calm : " ,-/&'sS".getBytes(US_ASCII)) {
      CALM[calm] = true;
    }
  }

  private Gaps() {}

  /**
   * Whether no sentence can end between two places; a dot at the end of the first word (U.S.) is
   * one that may.
   */
  static boolean areCalm(byte[] text, int from, int to) {
    if (to - from > LONGEST || (from > 0 && text[from - 1] == '.')) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (text[i] < 0 || !CALM[text[i]]) {
        return false;
      }
    }
    return true;
  }
}
