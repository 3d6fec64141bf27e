package io.tocsin.tag.stored;

import io.tocsin.tag.text.Scan;
import java.util.Arrays;

/**
 * The words and beginnings of words that are no query's anchor: most of what queries ask for, and
 * what stands in every other article. They are not searched for in every article, but looked up
 * when a query that is tried comes to them. Immutable.
 */
final class LateWords {
  private final long[] bits;
  private final long[] beginnings;
  private final long[] keys;
  private final byte[] text;
  private final int[] ends;

  /**
   * @param bits one a leaf: whether it is such a word
   * @param beginnings one bit a leaf: whether only the beginning of the word is given
   * @param keys by leaf, what {@link WordIndex} knows it by
   * @param text of all words, one after the other
   * @param ends by leaf, where its word ends in the text; it begins where that of the leaf before
   *     ends
   */
  LateWords(long[] bits, long[] beginnings, long[] keys, byte[] text, int[] ends) {
    this.bits = bits;
    this.beginnings = beginnings;
    this.keys = keys;
    this.text = text;
    this.ends = ends;
  }

  /** A copy of the bits, in which one article strikes out what it has looked up. */
  long[] bits() {
    return bits.clone();
  }

  boolean isBeginning(int leaf) {
    return (beginnings[leaf >>> 6] >>> leaf & 1) != 0;
  }

  long key(int leaf) {
    return keys[leaf];
  }

  /** Whether a word of an article with the same key is the word, or begins so. */
  boolean is(int leaf, Scan scan, int word) {
    int from = leaf == 0 ? 0 : ends[leaf - 1];
    int wordFrom = scan.foldedFrom(word);
    int wordTo = scan.foldedTo(word);
    if (isBeginning(leaf)) {
      wordTo = Math.min(wordTo, wordFrom + ends[leaf] - from);
    }
    return Arrays.equals(text, from, ends[leaf], scan.folded(), wordFrom, wordTo);
  }

  long memory() {
    return 8L * (bits.length + beginnings.length + keys.length) + text.length + 4L * ends.length;
  }
}
