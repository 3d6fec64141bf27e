package io.tocsin.tag.stored;

import org.jspecify.annotations.Nullable;

/** The queries to try, leaf by leaf. */
final class Entries {
  /** Number of a query, length of its rest or {@link StoredQueries#WHOLE}, rest; and so on. */
  final int[] values;

  /** Where those of a leaf start; one more than there are leaves. */
  final int[] starts;

  private Entries(int[] values, int[] starts) {
    this.values = values;
    this.starts = starts;
  }

  /** Collects entries in the order of queries. */
  static final class Builder {
    /** Leaf, then the entry. */
    private final Ints all = new Ints();

    void add(int leaf, int query, @Nullable Ints rest) {
      all.add(leaf);
      all.add(query);
      all.add(rest == null ? StoredQueries.WHOLE : rest.size());
      if (rest != null) {
        all.addAll(rest);
      }
    }

    /** Sorts them by leaf, by counting. */
    Entries build(int leaves) {
      int[] starts = new int[leaves + 1];
      for (int at = 0; at < all.size(); at += 1 + length(at)) {
        starts[all.get(at)] += length(at);
      }
      int sum = 0;
      for (int leaf = 0; leaf <= leaves; leaf++) {
        int length = starts[leaf];
        starts[leaf] = sum;
        sum += length;
      }
      int[] values = new int[sum];
      int[] next = starts.clone();
      for (int at = 0; at < all.size(); at += 1 + length(at)) {
        int leaf = all.get(at);
        System.arraycopy(all.values(), at + 1, values, next[leaf], length(at));
        next[leaf] += length(at);
      }
      return new Entries(values, starts);
    }

    private int length(int at) {
      return 2 + Math.max(0, all.get(at + 2));
    }
  }
}
