package io.tocsin.tag.match;

/** The nodes of a trie while it is built, with the whole of their hashes. */
final class NodeCollector {
  private final long[] nodes;
  private final int[] values;
  private final int shift;
  private final Chains chains;

  /**
   * @param most how many nodes there can be
   */
  NodeCollector(int most, Chains chains) {
    int bits = 64 - Long.numberOfLeadingZeros(Math.max(most + (most >> 1), 15));
    this.nodes = new long[1 << bits];
    this.values = new int[1 << bits];
    this.shift = 64 - bits;
    this.chains = chains;
  }

  /** Marks a node as one from which phrases go on; returns whether it was not yet. */
  boolean flag(long node, int flag) {
    int at = place(node);
    boolean isNew = (values[at] & flag) == 0;
    values[at] |= flag;
    return isNew;
  }

  /** Lets a node stand for the phrase at a place; returns whether it stood for none. */
  boolean phrase(long node, int place) {
    int at = place(node);
    boolean isNew = !Chains.holdsPhrase(values[at]);
    values[at] = chains.with(values[at], place);
    return isNew;
  }

  private int place(long node) {
    int at = (int) (node >>> shift);
    while (values[at] != 0 && nodes[at] != node) {
      at = (at + 1) & (nodes.length - 1);
    }
    nodes[at] = node;
    return at;
  }

  /** The compact table of the nodes that more can be said of than that phrases go on. */
  NodeTable table(int tagMask) {
    int count = 0;
    for (int value : values) {
      count += (value & ~Chains.GOES_ON) == 0 ? 0 : 1;
    }
    NodeTable table = new NodeTable(count, chains, tagMask);
    for (int i = 0; i < nodes.length; i++) {
      int value = values[i] & ~Chains.GOES_ON;
      if (value != 0) {
        table.put(nodes[i], value);
      }
    }
    return table;
  }
}
