package io.tocsin.tag.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The folds of characters with marks that were met before: normalising one costs microseconds, and
 * a text repeats few of them. A newer one takes the place of an older one with the same hash.
 */
final class Clusters {
  private static final int PLACES = 2048;

  private final int[][] known = new int[PLACES][];
  private final byte[][] folds = new byte[PLACES][];
  private final int[] cluster = new int[Words.MAX_MARKS + 1];
  private int size;

  /** Begins a cluster. */
  void start(int base) {
    cluster[0] = base;
    size = 1;
  }

  /** Adds a mark; those beyond the eighth mean nothing. */
  void add(int mark) {
    if (size <= Words.MAX_MARKS) {
      cluster[size++] = mark;
    }
  }

  /** The fold of the cluster as UTF-8. */
  byte[] fold() {
    int hash = 0;
    for (int i = 0; i < size; i++) {
      hash = (hash + cluster[i]) * 0x9E3779B1;
    }
    int place = hash >>> 21;
    int[] there = known[place];
    if (there != null && Arrays.equals(there, 0, there.length, cluster, 0, size)) {
      return folds[place];
    }
    byte[] fold = Folding.cluster(new String(cluster, 0, size)).getBytes(StandardCharsets.UTF_8);
    known[place] = Arrays.copyOf(cluster, size);
    folds[place] = fold;
    return fold;
  }
}
