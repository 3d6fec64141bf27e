package io.tocsin.tag.text;

import static io.tocsin.tag.text.WordKeys.LONGS;

/**
 * Turns places in UTF-8 into places in UTF-16: units before each block of 64 bytes, and within the
 * block one bit for every byte that begins a unit and one for every byte that begins a second one.
 * Made only for texts that are not ASCII, and only when a place is asked for.
 */
final class Utf16Places {
  private static final long ONES = 0x0101010101010101L;
  private static final long GATHER = 0x0102040810204080L;

  private int[] before = new int[64];
  private long[] first = new long[64];
  private long[] second = new long[64];

  /** Counts the units of a text that has separators up to the end of its last block of 64. */
  void count(byte[] text, int length) {
    int blocks = (length >>> 6) + 1;
    if (before.length < blocks) {
      before = new int[2 * blocks];
      first = new long[2 * blocks];
      second = new long[2 * blocks];
    }
    int units = 0;
    for (int block = 0; block < blocks; block++) {
      long begins = 0;
      long pairs = 0;
      for (int i = 0; i < 64; i += 8) {
        long bytes = (long) LONGS.get(text, (block << 6) + i);
        // Top bits 10 go on with a character, 11110 begin one of two units.
        long begin = (~bytes >>> 7 | bytes >>> 6) & ONES;
        long pair = bytes >>> 7 & bytes >>> 6 & bytes >>> 5 & bytes >>> 4 & ONES;
        begins |= ((begin * GATHER) >>> 56) << i;
        pairs |= ((pair * GATHER) >>> 56) << i;
      }
      before[block] = units;
      first[block] = begins;
      second[block] = pairs;
      units += Long.bitCount(begins) + Long.bitCount(pairs);
    }
  }

  /** How many UTF-16 units stand before a byte. */
  int unitsBefore(int place) {
    int block = place >>> 6;
    long earlier = (1L << place) - 1;
    return before[block]
        + Long.bitCount(first[block] & earlier)
        + Long.bitCount(second[block] & earlier);
  }
}
