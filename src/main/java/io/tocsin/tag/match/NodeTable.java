package io.tocsin.tag.match;

import org.jspecify.annotations.Nullable;

/**
 * The nodes of the trie of word sequences. A node is the 64-bit hash of its sequence; what it holds
 * stands in one open-addressing table of 8-byte slots: half of the hash, and a value. No two nodes
 * of one chain of slots have the same half, so that only a sequence that is in no phrase can be
 * taken for another, which the comparison of texts finds out.
 */
final class NodeTable {
  /** Set in a value when a longer phrase goes on from the node with a whole word. */
  static final int GOES_ON = 0x80000000;

  /** Set in a value when a longer phrase goes on from the node with the beginning of a word. */
  static final int GOES_ON_PREFIX = 0x40000000;

  /** The rest of a value: 0, or one more than the number of the phrase that ends at the node. */
  static final int PHRASE = 0x3FFFFFFF;

  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final long HALF = 0xFFFFFFFFL;

  private final long[] slots;
  private final int mask;
  private final int shift;

  private NodeTable(int bits) {
    slots = new long[1 << bits];
    mask = slots.length - 1;
    shift = 64 - bits;
  }

  /** A table of nodes; null when two of a chain have the same half. */
  static @Nullable NodeTable of(GrowingNodes nodes) {
    int bits = Math.max(8, 64 - Long.numberOfLeadingZeros(nodes.size() * 3L / 2));
    NodeTable table = new NodeTable(bits);
    return nodes.forEach(table::add) ? table : null;
  }

  private boolean add(long hash, int value) {
    int at = (int) (hash * SPREAD >>> shift);
    while (slots[at] != 0) {
      if ((int) (slots[at] >>> 32) == (int) hash) {
        return false;
      }
      at = at + 1 & mask;
    }
    slots[at] = (hash & HALF) << 32 | value & HALF;
    return true;
  }

  /** The value of a node; 0 when there is none. */
  int value(long hash) {
    int at = (int) (hash * SPREAD >>> shift);
    long slot;
    while ((slot = slots[at]) != 0) {
      if ((int) (slot >>> 32) == (int) hash) {
        return (int) slot;
      }
      at = at + 1 & mask;
    }
    return 0;
  }

  /** Bytes that it takes. */
  long bytes() {
    return 8L * slots.length;
  }
}
