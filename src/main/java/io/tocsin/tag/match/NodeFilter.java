package io.tocsin.tag.match;

/**
 * Whether any phrase begins with these words: two bits in one long, about 13 bits a node, so that
 * one in forty others passes and the pairs of a million phrases take one megabyte instead of the
 * twenty of the table.
 */
final class NodeFilter {
  private final long[] bits;
  private final int shift;

  NodeFilter(int count) {
    int longs = 64 - Long.numberOfLeadingZeros(Math.max(count / 6, 15));
    this.bits = new long[1 << longs];
    this.shift = 64 - longs;
  }

  void add(long node) {
    bits[(int) (node >>> shift)] |= pattern(node);
  }

  /** 1 when the node may be one that was added, 0 when it is not. */
  int mayHold(long node) {
    long missing = pattern(node) & ~bits[(int) (node >>> shift)];
    return (int) (((missing | -missing) >>> 63) ^ 1);
  }

  private static long pattern(long node) {
    return 1L << node | 1L << (node >>> 6);
  }

  /** Bytes of memory. */
  long memory() {
    return 8L * bits.length;
  }
}
