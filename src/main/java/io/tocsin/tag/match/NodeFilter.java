package io.tocsin.tag.match;

/**
 * What can be made of these words, two bits a node: something stands in the table, longer phrases
 * go on. A node that only leads on stands here and not in the table, so a search goes to the far
 * memory of the table for phrases alone.
 *
 * <p>Both bits stand twice in one long, at two places that the hash gives: one load answers, and
 * with sixteen bits to an answer about one in sixty is wrongly yes.
 */
final class NodeFilter {
  /** The table knows the node. */
  static final int STANDS = 1;

  /** Phrases go on with another whole word. */
  static final int GOES_ON = 2;

  private static final long BITS_PER_ANSWER = 16;

  private final long[] bits;

  /**
   * @param answers how many bits will be set, at most
   */
  NodeFilter(int answers) {
    this.bits = new long[(int) (answers * BITS_PER_ANSWER / Long.SIZE) + 1];
  }

  void add(long node, int what) {
    bits[place(node)] |=
        Long.rotateLeft(what, (int) node) | Long.rotateLeft(what, (int) (node >>> 6));
  }

  /** Both bits of a node; 0 when nothing begins with its words. */
  int of(long node) {
    return answer(node, block(node));
  }

  /** The long that holds both bits of a node. */
  long block(long node) {
    return bits[place(node)];
  }

  /** Both bits of a node, with its long at hand. */
  static int answer(long node, long block) {
    return (int) (Long.rotateRight(block, (int) node) & Long.rotateRight(block, (int) (node >>> 6)))
        & (STANDS | GOES_ON);
  }

  /** The high half of the hash, scaled to the size, which need not be a power of two. */
  private int place(long node) {
    return (int) (((node >>> 32) * bits.length) >>> 32);
  }

  /** Bytes of memory. */
  long memory() {
    return 8L * bits.length;
  }
}
