package io.tocsin.tag.text;

import java.util.Arrays;

/**
 * Where words begin and end in UTF-8 text, eight bytes at a time without a branch: three bit maps
 * (word, special, not ASCII) and a lower-cased copy. Special bytes are those that ASCII rules do not
 * decide: apostrophes and everything beyond ASCII; they count as parts of words here.
 */
final class ByteMap {
  private static final long HIGH = 0x8080808080808080L;
  private static final long LOW = 0x7F7F7F7F7F7F7F7FL;

  /** Gathers the top bits of eight bytes, moved to the lowest, into the top byte of the product. */
  private static final long GATHER = 0x0102040810204080L;

  private static final int BLOCK = 64;

  byte[] lower = new byte[4096];
  private long[] special = new long[64];
  private long[] beyondAscii = new long[64];
  private long[] word = new long[64];

  /** Byte offsets of runs of word bytes: start, end, start, end … */
  int[] bounds = new int[1024];

  /**
   * Maps a text.
   *
   * @param text with at least 128 bytes of room beyond {@code length}, which are set to blanks
   * @return how many runs there are
   */
  int read(byte[] text, int length) {
    int blocks = (length >>> 6) + 1;
    Arrays.fill(text, length, blocks * BLOCK + BLOCK, (byte) ' ');
    grow(blocks, text.length);
    for (int block = 0; block < blocks; block++) {
      mapBlock(text, block);
    }
    return flatten(blocks);
  }

  private void grow(int blocks, int room) {
    if (blocks > word.length) {
      word = new long[2 * blocks];
      special = new long[2 * blocks];
      beyondAscii = new long[2 * blocks];
    }
    if (lower.length < room) {
      lower = new byte[room];
    }
  }

  private void mapBlock(byte[] text, int block) {
    long words = 0;
    long specials = 0;
    long highs = 0;
    int base = block << 6;
    for (int i = 0; i < BLOCK; i += Long.BYTES) {
      long bytes = (long) WordKey.LONGS.get(text, base + i);
      long high = bytes & HIGH;
      long ascii = bytes & LOW;
      long folded = ascii | 0x2020202020202020L;
      // A top bit is set where the byte is at least 'a' and not beyond 'z'; '0' and '9'; and so on.
      long letter = folded + 0x1F1F1F1F1F1F1F1FL & ~(folded + 0x0505050505050505L);
      long digit = ascii + 0x5050505050505050L & ~(ascii + 0x4646464646464646L);
      long quote = HIGH - (ascii ^ 0x2727272727272727L) | HIGH - (ascii ^ 0x6060606060606060L);
      long odd = quote & ~high & HIGH | high;
      long upper = letter & ~(ascii << 2) & ~high & HIGH;
      long part = (letter | digit) & HIGH | odd;
      WordKey.LONGS.set(lower, base + i, bytes | upper >>> 2);
      words |= ((part >>> 7) * GATHER >>> 56) << i;
      specials |= ((odd >>> 7) * GATHER >>> 56) << i;
      highs |= ((high >>> 7) * GATHER >>> 56) << i;
    }
    word[block] = words;
    special[block] = specials;
    beyondAscii[block] = highs;
  }

  /** Writes down where the bits of the word map change; four at a time, past the last ones too. */
  private int flatten(int blocks) {
    int size = 0;
    long carry = 0;
    for (int block = 0; block < blocks; block++) {
      long bits = word[block];
      long changes = bits ^ (bits << 1 | carry);
      carry = bits >>> 63;
      if (size + BLOCK + 8 > bounds.length) {
        bounds = Arrays.copyOf(bounds, 2 * bounds.length);
      }
      int base = block << 6;
      int at = size;
      size += Long.bitCount(changes);
      while (at < size) {
        bounds[at] = base + Long.numberOfTrailingZeros(changes);
        changes &= changes - 1;
        bounds[at + 1] = base + Long.numberOfTrailingZeros(changes);
        changes &= changes - 1;
        bounds[at + 2] = base + Long.numberOfTrailingZeros(changes);
        changes &= changes - 1;
        bounds[at + 3] = base + Long.numberOfTrailingZeros(changes);
        changes &= changes - 1;
        at += 4;
      }
    }
    return size >>> 1;
  }

  /** Whether a special byte lies in a run. */
  boolean hasSpecial(int from, int to) {
    return hasAny(special, from, to);
  }

  /** Whether a byte beyond ASCII lies in a part. */
  boolean isBeyondAscii(int from, int to) {
    return hasAny(beyondAscii, from, to);
  }

  private static boolean hasAny(long[] map, int from, int to) {
    int block = from >>> 6;
    long bits = map[block] >>> from;
    int length = to - from;
    if ((from & 63) + length <= 64) {
      return length == 64 ? bits != 0 : (bits & (1L << length) - 1) != 0;
    }
    if (bits != 0) {
      return true;
    }
    int end = to >>> 6;
    while (++block < end) {
      if (map[block] != 0) {
        return true;
      }
    }
    return (map[end] & (1L << to) - 1) != 0;
  }
}
