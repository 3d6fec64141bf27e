package io.tocsin.tag.match;

/** Nodes by their whole hash, while phrases are added: open addressing, doubled when half full. */
final class GrowingNodes {
  /** Takes a node; returns whether to go on. */
  @FunctionalInterface
  interface Each {
    boolean take(long hash, int value);
  }

  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private long[] hashes = new long[1 << 12];
  private int[] values = new int[1 << 12];
  private int size;

  /** Where a node is, made when it is new; only valid until the next is asked for. */
  int at(long hash) {
    if (size * 2 >= hashes.length) {
      grow();
    }
    int at = slotOf(hash);
    if (hashes[at] == 0) {
      hashes[at] = hash;
      size++;
    }
    return at;
  }

  int value(int at) {
    return values[at];
  }

  void setValue(int at, int value) {
    values[at] = value;
  }

  int size() {
    return size;
  }

  /** All nodes in no order; whether all were taken. */
  boolean forEach(Each each) {
    for (int at = 0; at < hashes.length; at++) {
      if (hashes[at] != 0 && !each.take(hashes[at], values[at])) {
        return false;
      }
    }
    return true;
  }

  private int slotOf(long hash) {
    int mask = hashes.length - 1;
    int at = (int) (hash * SPREAD >>> 32) & mask;
    while (hashes[at] != 0 && hashes[at] != hash) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldHashes = hashes;
    int[] oldValues = values;
    hashes = new long[2 * oldHashes.length];
    values = new int[hashes.length];
    for (int at = 0; at < oldHashes.length; at++) {
      if (oldHashes[at] != 0) {
        int to = slotOf(oldHashes[at]);
        hashes[to] = oldHashes[at];
        values[to] = oldValues[at];
      }
    }
  }
}
