package io.tocsin.tag.match;

/**
 * From a node to what it stands for: open addressing, eight bytes a slot (the low half of the hash
 * and the value). Nodes that share slot and half are one; the words themselves tell them apart.
 */
final class NodeTable {
  private final long[] slots;
  private final int shift;
  private final int mask;
  private final int tagMask;

  /**
   * @param nodes hashes; 0 where there is none
   * @param values of the nodes; never 0 for a node
   * @param count how many nodes there are
   * @param chains where phrases are joined whose nodes cannot be told apart
   * @param tagMask which bits of the hash are kept; all but in tests
   */
  NodeTable(long[] nodes, int[] values, int count, Chains chains, int tagMask) {
    int bits = 64 - Long.numberOfLeadingZeros(Math.max(count + (count >> 2), 15));
    this.slots = new long[1 << bits];
    this.shift = 64 - bits;
    this.mask = slots.length - 1;
    this.tagMask = tagMask;
    for (int i = 0; i < nodes.length; i++) {
      if (values[i] != 0) {
        put(nodes[i], values[i], chains);
      }
    }
  }

  private void put(long node, int value, Chains chains) {
    int tag = (int) node & tagMask;
    int at = (int) (node >>> shift);
    int joined = value;
    while (slots[at] != 0) {
      if ((int) (slots[at] >>> 32) == tag) {
        joined = chains.joined(value, (int) slots[at]);
        break;
      }
      at = (at + 1) & mask;
    }
    slots[at] = (long) tag << 32 | (joined & 0xFFFFFFFFL);
  }

  /** What a node stands for; 0 when nothing. */
  int get(long node) {
    int tag = (int) node & tagMask;
    int at = (int) (node >>> shift);
    long slot;
    while ((slot = slots[at]) != 0) {
      if ((int) (slot >>> 32) == tag) {
        return (int) slot;
      }
      at = (at + 1) & mask;
    }
    return 0;
  }

  /** Bytes of memory. */
  long memory() {
    return 8L * slots.length;
  }
}
