package io.tocsin.tag.stored;

import io.tocsin.tag.text.Scan;
import java.util.Arrays;

/**
 * The words that are no query's anchor: most of what queries ask for, and what stands in every
 * other article. They are not searched for in every article, but looked up when a query that is
 * tried comes to them. Immutable.
 */
final class LateWords {
  private final long[] bits;
  private final long[] keys;
  private final byte[] text;
  private final int[] ends;

  /**
   * @param bits one a leaf: whether it is such a word
   * @param keys by leaf
   * @param text of all words, one after the other
   * @param ends by leaf, where its word ends in the text; it begins where that of the leaf before
   *     ends
   */
  LateWords(long[] bits, long[] keys, byte[] text, int[] ends) {
    this.bits = bits;
    this.keys = keys;
    this.text = text;
    this.ends = ends;
  }

  /** A copy of the bits, in which one article strikes out what it has looked up. */
  long[] bits() {
    return bits.clone();
  }

  long key(int leaf) {
    return keys[leaf];
  }

  /** Whether a word of an article with the same key is the same word. */
  boolean is(int leaf, Scan scan, int word) {
    int from = leaf == 0 ? 0 : ends[leaf - 1];
    return Arrays.equals(
        text, from, ends[leaf], scan.folded(), scan.foldedFrom(word), scan.foldedTo(word));
  }

  long memory() {
    return 8L * (bits.length + keys.length) + text.length + 4L * ends.length;
  }
}
