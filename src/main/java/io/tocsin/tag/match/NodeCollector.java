package io.tocsin.tag.match;

/** The nodes of a trie while it is built, with the whole of their hashes. */
final class NodeCollector {
  private final long[] nodes;
  private final int[] values;
  private final int shift;
  private final Chains chains;
  private int size;

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

  /** Marks a node as one from which phrases go on; returns whether it is new. */
  boolean flag(long node, int flag) {
    int at = place(node);
    boolean isNew = values[at] == 0;
    values[at] |= flag;
    return isNew;
  }

  /** Lets a node stand for a phrase; returns whether it is new. */
  boolean phrase(long node, int phrase) {
    int at = place(node);
    boolean isNew = values[at] == 0;
    values[at] = chains.with(values[at], phrase);
    return isNew;
  }

  private int place(long node) {
    int at = (int) (node >>> shift);
    while (values[at] != 0 && nodes[at] != node) {
      at = (at + 1) & (nodes.length - 1);
    }
    if (values[at] == 0) {
      nodes[at] = node;
      size++;
    }
    return at;
  }

  /** The compact table of the nodes. */
  NodeTable table(int tagMask) {
    return new NodeTable(nodes, values, size, chains, tagMask);
  }
}
