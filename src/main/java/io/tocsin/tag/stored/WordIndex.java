package io.tocsin.tag.stored;

import io.tocsin.tag.text.Scan;
import java.util.Arrays;

/**
 * Where each word of one article stands, by its key; made when first asked, since many articles
 * concern no query. A few kilobytes, reused by one thread.
 */
final class WordIndex {
  /** None before this word, or none at all. */
  static final int NONE = -1;

  /** Spreads keys over the slots: 2^64 over the golden ratio. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private Scan scan = Scan.wordsOnly();
  private boolean made;
  private int shift;

  /** Index of the last word with a key, plus one; half of the slots or more are free. */
  private int[] slots = new int[0];

  private int[] before = new int[0];

  void begin(Scan next) {
    scan = next;
    made = false;
  }

  Scan scan() {
    return scan;
  }

  /** Index of the last word with a key, or {@link #NONE}. */
  int last(long key) {
    if (!made) {
      make();
    }
    return slots[slot(key, scan.keys())] - 1;
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
    long[] keys = scan.keys();
    for (int word = 0; word < size; word++) {
      int slot = slot(keys[word], keys);
      before[word] = slots[slot] - 1;
      slots[slot] = word + 1;
    }
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
