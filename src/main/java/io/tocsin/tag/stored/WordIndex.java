package io.tocsin.tag.stored;

import io.tocsin.tag.text.Scan;
import java.util.Arrays;

/**
 * Where each word of one article stands, by its key or by its first four bytes; made when first
 * asked, since many articles concern no query. A few kilobytes, reused by one thread.
 */
final class WordIndex {
  /** None before this word, or none at all. */
  static final int NONE = -1;

  /** Spreads keys over the slots: 2^64 over the golden ratio. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** Bytes of a beginning. */
  static final int BLOCK = 4;

  private final boolean byBeginning;
  private long[] blocks = new long[0];
  private Scan scan = Scan.wordsOnly();
  private boolean made;
  private int shift;

  /** Index of the last word with a key, plus one; half of the slots or more are free. */
  private int[] slots = new int[0];

  private int[] before = new int[0];

  /**
   * @param byBeginning whether words are looked up by their first bytes; shorter ones are left out
   */
  WordIndex(boolean byBeginning) {
    this.byBeginning = byBeginning;
  }

  /** The first bytes of a word in one number. */
  static long block(byte[] utf8, int from) {
    return (utf8[from] & 0xFF)
        | (utf8[from + 1] & 0xFF) << 8
        | (utf8[from + 2] & 0xFF) << 16
        | (long) utf8[from + 3] << 24;
  }

  void begin(Scan next) {
    scan = next;
    made = false;
  }

  /** Index of the last word with a key, or {@link #NONE}. */
  int last(long key) {
    if (!made) {
      make();
    }
    return slots[slot(key, keys())] - 1;
  }

  /** Index of the word before a word that has the same key, or {@link #NONE}. */
  int before(int word) {
    return before[word];
  }

  private void make() {
    made = true;
    int size = scan.size();
    int log = 33 - Integer.numberOfLeadingZeros(Math.max(size, 31));
    shift = 64 - log;
    if (slots.length < 1 << log) {
      slots = new int[1 << log];
    } else {
      Arrays.fill(slots, 0, 1 << log, 0);
    }
    if (before.length < size) {
      before = new int[size + size / 2];
    }
    long[] keys = byBeginning ? findBlocks(size) : scan.keys();
    for (int word = 0; word < size; word++) {
      if (byBeginning && scan.foldedTo(word) - scan.foldedFrom(word) < BLOCK) {
        continue;
      }
      int slot = slot(keys[word], keys);
      before[word] = slots[slot] - 1;
      slots[slot] = word + 1;
    }
  }

  private long[] keys() {
    return byBeginning ? blocks : scan.keys();
  }

  private long[] findBlocks(int size) {
    if (blocks.length < size) {
      blocks = new long[size + size / 2];
    }
    for (int word = 0; word < size; word++) {
      int from = scan.foldedFrom(word);
      if (scan.foldedTo(word) - from >= BLOCK) {
        blocks[word] = block(scan.folded(), from);
      }
    }
    return blocks;
  }

  private int slot(long key, long[] keys) {
    int mask = (1 << (64 - shift)) - 1;
    int slot = (int) (key * SPREAD >>> shift);
    while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }
}
