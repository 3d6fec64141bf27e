package io.tocsin.tag.match;

/**
 * Says of a hash that it was surely not added, or may have been: one bit for the top bits of the
 * hash. About 16 bits for each that is added, so that it stays in the cache and lets one in twenty
 * through.
 */
final class BitFilter {
  private static final int FEWEST_BITS = 12;
  private static final int MOST_BITS = 25;
  private static final int ROOM_BITS = 4;

  private final long[] words;
  private final int shift;

  /**
   * @param expected how many hashes will be added
   */
  BitFilter(int expected) {
    int bits = ROOM_BITS + 32 - Integer.numberOfLeadingZeros(Math.max(1, expected));
    bits = Math.max(FEWEST_BITS, Math.min(MOST_BITS, bits));
    words = new long[1 << bits - 6];
    shift = 64 - bits;
  }

  void add(long hash) {
    int bit = (int) (hash >>> shift);
    words[bit >>> 6] |= 1L << bit;
  }

  /** 1 when it may have been added, else 0: a number, so that it can be counted without a branch. */
  int mayHave(long hash) {
    int bit = (int) (hash >>> shift);
    return (int) (words[bit >>> 6] >>> bit) & 1;
  }

  /** Bytes that it takes. */
  long bytes() {
    return 8L * words.length;
  }
}
