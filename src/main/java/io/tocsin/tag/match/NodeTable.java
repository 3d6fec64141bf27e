package io.tocsin.tag.match;

/**
 * From a node to what it stands for: open addressing, eight bytes a slot (the low half of the hash
 * and the value), half of them free, so that a look-up seldom takes more than one load. Nodes that
 * share slot and half are one; the words themselves tell them apart.
 */
final class NodeTable {
  private final long[] slots;
  private final int tagMask;

  /**
   * @param nodes hashes; 0 where there is none
   * @param values of the nodes; never 0 for a node
   * @param count how many nodes there are
   * @param chains where phrases are joined whose nodes cannot be told apart
   * @param tagMask which bits of the hash are kept; all but in tests
   */
  NodeTable(long[] nodes, int[] values, int count, Chains chains, int tagMask) {
    this.slots = new long[Math.max(2 * count, 16)];
    this.tagMask = tagMask;
    for (int i = 0; i < nodes.length; i++) {
      if (values[i] != 0) {
        put(nodes[i], values[i], chains);
      }
    }
  }

  private void put(long node, int value, Chains chains) {
    int tag = (int) node & tagMask;
    int at = home(node);
    int joined = value;
    while (slots[at] != 0) {
      if ((int) (slots[at] >>> 32) == tag) {
        joined = chains.joined(value, (int) slots[at]);
        break;
      }
      at = at + 1 == slots.length ? 0 : at + 1;
    }
    slots[at] = (long) tag << 32 | (joined & 0xFFFFFFFFL);
  }

  /** The high half of the hash, scaled to the number of slots, which need not be a power of two. */
  private int home(long node) {
    return (int) (((node >>> 32) * slots.length) >>> 32);
  }

  /** What a node stands for; 0 when nothing. */
  int get(long node) {
    int tag = (int) node & tagMask;
    int at = home(node);
    long slot;
    while ((slot = slots[at]) != 0) {
      if ((int) (slot >>> 32) == tag) {
        return (int) slot;
      }
      at = at + 1 == slots.length ? 0 : at + 1;
    }
    return 0;
  }

  /** Bytes of memory. */
  long memory() {
    return 8L * slots.length;
  }
}
