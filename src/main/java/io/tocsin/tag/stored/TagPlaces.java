package io.tocsin.tag.stored;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The places of subjects and groups in an article, in whatever order they come. */
final class TagPlaces {
  private int size;
  private int[] leaves = new int[16];
  private int[] lasts = new int[16];

  /** First word and index, to be sorted by. */
  private long[] order = new long[16];

  void clear() {
    size = 0;
  }

  /** Notes a place of a leaf; nothing when no query asks for it. */
  void add(@Nullable Integer leaf, int first, int last) {
    if (leaf == null) {
      return;
    }
    if (size == leaves.length) {
      leaves = Arrays.copyOf(leaves, 2 * size);
      lasts = Arrays.copyOf(lasts, 2 * size);
      order = Arrays.copyOf(order, 2 * size);
    }
    leaves[size] = leaf;
    lasts[size] = last;
    order[size] = (long) first << 32 | size;
    size++;
  }

  /** Hands them over from back to front. */
  void note(Standing standing) {
    Arrays.sort(order, 0, size);
    for (int i = size - 1; i >= 0; i--) {
      int index = (int) order[i];
      standing.add(leaves[index], (int) (order[i] >>> 32), lasts[index]);
    }
  }
}
