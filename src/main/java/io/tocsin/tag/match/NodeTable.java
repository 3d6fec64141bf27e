package io.tocsin.tag.match;

/**
 * From a node to what it stands for: open addressing, eight bytes a slot (the low half of the hash
 * and the value), half of them free, so that a look-up seldom takes more than one load. Nodes that
 * share slot and half are one; the words themselves tell them apart.
 */
final class NodeTable {
  private final long[] slots;
  private final Chains chains;
  private final int tagMask;

  /**
   * @param count how many nodes there will be
   * @param chains where phrases are joined whose nodes cannot be told apart
   * @param tagMask which bits of the hash are kept; all but in tests
   */
  NodeTable(int count, Chains chains, int tagMask) {
    this.slots = new long[Math.max(2 * count, 16)];
    this.chains = chains;
    this.tagMask = tagMask;
  }

  /** Adds a node that is not there; its value is not 0. */
  void put(long node, int value) {
    int tag = (int) node & tagMask;
    int at = home(node);
    int joined = value;
    while (slots[at] != 0) {
      if ((int) (slots[at] >>> 32) == tag) {
        joined = chains.joined(value, (int) slots[at]);
        break;
      }
      at = after(at);
    }
    slots[at] = (long) tag << 32 | (joined & 0xFFFFFFFFL);
  }

  /** The high half of the hash, scaled to the number of slots, which need not be a power of two. */
  private int home(long node) {
    return (int) (((node >>> 32) * slots.length) >>> 32);
  }

  private int after(int at) {
    return at + 1 == slots.length ? 0 : at + 1;
  }

  /**
   * The slot where the search for a node begins. Nothing is decided on it, so that a loop over many
   * nodes has the loads of all of them under way at once.
   */
  long slot(long node) {
    return slots[home(node)];
  }

  /** What a node stands for; 0 when nothing. */
  int get(long node) {
    return get(node, slot(node));
  }

  /** The same with the slot where its search begins at hand. */
  int get(long node, long slot) {
    int tag = (int) node & tagMask;
    if ((int) (slot >>> 32) == tag) {
      return (int) slot;
    }
    return slot == 0 ? 0 : further(node, tag);
  }

  private int further(long node, int tag) {
    int at = after(home(node));
    long slot;
    while ((slot = slots[at]) != 0) {
      if ((int) (slot >>> 32) == tag) {
        return (int) slot;
      }
      at = after(at);
    }
    return 0;
  }

  /** Bytes of memory. */
  long memory() {
    return 8L * slots.length;
  }
}
