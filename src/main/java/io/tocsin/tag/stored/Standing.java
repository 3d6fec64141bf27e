package io.tocsin.tag.stored;

import io.tocsin.tag.text.Scan;
import java.util.Arrays;

/**
 * What stands in one article: which leaves, and at which places. Reused from article to article by
 * one thread; forgetting costs as much as remembering did, whatever the number of leaves.
 *
 * <p>Most questions only ask whether a leaf stands: one bit a leaf answers them, 25 kB for 200,000
 * leaves, so that the answers stay in the cache next to the core.
 */
final class Standing {
  /** Ends a list of places. */
  static final int NONE = 0;

  private final LateWords words;
  private final WordIndex byKey = new WordIndex(false);
  private final WordIndex byBeginning = new WordIndex(true);
  private Scan scan = Scan.wordsOnly();

  /** One bit a leaf: a word that was not looked up yet in this article. */
  private final long[] open;

  private final Ints lookedUp = new Ints();
  private final long[] bits;
  private final int[] heads;
  private int[] touched = new int[256];
  private int touchedSize;

  // Places are counted from 1, so that zeroed memory says NONE.
  private int size;
  private int[] next = new int[256];
  private int[] firsts = new int[256];
  private int[] lasts = new int[256];

  Standing(int leaves, LateWords words) {
    this.words = words;
    open = words.bits();
    bits = new long[(leaves + 63) / 64];
    heads = new int[leaves];
  }

  /** Forgets the article before. */
  void begin(Scan next) {
    scan = next;
    byKey.begin(next);
    byBeginning.begin(next);
    for (int i = 0; i < lookedUp.size(); i++) {
      open[lookedUp.get(i) >>> 6] |= 1L << lookedUp.get(i);
    }
    lookedUp.clear();
    for (int i = 0; i < touchedSize; i++) {
      int leaf = touched[i];
      bits[leaf >>> 6] = 0;
      heads[leaf] = NONE;
    }
    touchedSize = 0;
    size = 0;
  }

  /**
   * Notes a place of a leaf, once. The places of one leaf must come from back to front by their
   * first words; two subjects of one group may begin at the same word, or stand on the same words.
   */
  void add(int leaf, int first, int last) {
    int before = NONE;
    int after = heads[leaf];
    if (after == NONE) {
      touch(leaf);
    }
    while (after != NONE && firsts[after] == first && lasts[after] <= last) {
      if (lasts[after] == last) {
        return;
      }
      before = after;
      after = next[after];
    }
    if (++size == firsts.length) {
      next = Arrays.copyOf(next, 2 * size);
      firsts = Arrays.copyOf(firsts, 2 * size);
      lasts = Arrays.copyOf(lasts, 2 * size);
    }
    next[size] = after;
    firsts[size] = first;
    lasts[size] = last;
    if (before == NONE) {
      heads[leaf] = size;
    } else {
      next[before] = size;
    }
  }

  private void touch(int leaf) {
    bits[leaf >>> 6] |= 1L << leaf;
    if (touchedSize == touched.length) {
      touched = Arrays.copyOf(touched, 2 * touchedSize);
    }
    touched[touchedSize++] = leaf;
  }

  /** Whether a leaf stands anywhere. */
  boolean stands(int leaf) {
    return (bits[leaf >>> 6] >>> leaf & 1) != 0 || (isOpen(leaf) && lookUp(leaf));
  }

  private boolean isOpen(int leaf) {
    return (open[leaf >>> 6] >>> leaf & 1) != 0;
  }

  private boolean lookUp(int leaf) {
    open[leaf >>> 6] &= ~(1L << leaf);
    lookedUp.add(leaf);
    WordIndex index = words.isBeginning(leaf) ? byBeginning : byKey;
    boolean found = false;
    for (int word = index.last(words.key(leaf));
        word != WordIndex.NONE;
        word = index.before(word)) {
      if (words.is(leaf, scan, word)) {
        add(leaf, word, word);
        found = true;
      }
    }
    return found;
  }

  /** How many different leaves stand, of those that were looked up. */
  int leaves() {
    return touchedSize;
  }

  /** The leaf that is the n-th of those that stand. */
  int leaf(int n) {
    return touched[n];
  }

  /** The first place of a leaf in reading order, or {@link #NONE}. */
  int places(int leaf) {
    if (isOpen(leaf)) {
      lookUp(leaf);
    }
    return heads[leaf];
  }

  /** The place after a place, or {@link #NONE}. */
  int next(int place) {
    return next[place];
  }

  /** Index of the first word of a place. */
  int first(int place) {
    return firsts[place];
  }

  /** Index of the last word of a place. */
  int last(int place) {
    return lasts[place];
  }
}
