package io.tocsin.tag.stored;

/**
 * Several numbers for each of many keys, in two flat arrays.
 *
 * @param from where the numbers of a key begin in {@code values}; one more than there are keys
 * @param values all numbers, those of one key together, in the order in which they were given
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Table(int[] from, int[] values) {

  /** A table of pairs. */
  static Table of(int keyCount, IntList keys, IntList values) {
    int[] from = new int[keyCount + 1];
    for (int i = 0; i < keys.size(); i++) {
      from[keys.get(i) + 1]++;
    }
    for (int key = 0; key < keyCount; key++) {
      from[key + 1] += from[key];
    }
    int[] next = java.util.Arrays.copyOf(from, keyCount);
    int[] ordered = new int[values.size()];
    for (int i = 0; i < keys.size(); i++) {
      ordered[next[keys.get(i)]++] = values.get(i);
    }
    return new Table(from, ordered);
  }
}
