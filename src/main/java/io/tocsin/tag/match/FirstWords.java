package io.tocsin.tag.match;

/**
 * What can begin with a word, two bits a hash: a phrase of this one word, a longer phrase. Throws
 * out most words of a text with one load from a small array.
 */
final class FirstWords {
  /** A phrase of one word. */
  static final int WHOLE = 1;

  /** A phrase of more words, of which the second is whole as well. */
  static final int LONGER = 2;

  private final long[] bits;
  private final int shift;

  FirstWords(int count) {
    int log = 64 - Long.numberOfLeadingZeros(Math.max(8L * count, 2047));
    this.bits = new long[1 << (log - 5)];
    this.shift = 64 - log;
  }

  void add(long key, int what) {
    int place = (int) (key >>> shift);
    bits[place >>> 5] |= (long) what << (2 * place);
  }

  /** Both bits of a word; 0 when no phrase begins with it. */
  int of(long key) {
    int place = (int) (key >>> shift);
    return (int) (bits[place >>> 5] >>> (2 * place)) & 3;
  }

  /** Bytes of memory. */
  long memory() {
    return 8L * bits.length;
  }
}
