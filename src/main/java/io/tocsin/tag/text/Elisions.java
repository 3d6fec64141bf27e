package io.tocsin.tag.text;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;

/** Articles and prepositions that French and Italian elide before a vowel. */
final class Elisions {
  private static final byte[][] ELIDED =
      List.of("l", "d", "qu", "un", "all", "dall", "dell", "nell", "sull").stream()
          .map(word -> word.getBytes(US_ASCII))
          .toArray(byte[][]::new);

  private Elisions() {}

  /** Whether the folded bytes between two places are one of them. */
  static boolean contains(byte[] folded, int from, int to) {
    if (to - from > 4) {
      return false;
    }
    for (byte[] word : ELIDED) {
      if (Arrays.equals(word, 0, word.length, folded, from, to)) {
        return true;
      }
    }
    return false;
  }
}
