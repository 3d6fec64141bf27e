package io.tocsin.tag;

import java.util.Arrays;

/** The keys of the first names of persons, in flat arrays: those of one person are neighbours. */
final class FirstNameKeys {
  private final int[] from;
  private final long[] keys;

  private FirstNameKeys(int[] from, long[] keys) {
    this.from = from;
    this.keys = keys;
  }

  boolean anyOf(int subject) {
    return from[subject] < from[subject + 1];
  }

  boolean isOf(int subject, long key) {
    for (int i = from[subject]; i < from[subject + 1]; i++) {
      if (keys[i] == key) {
        return true;
      }
    }
    return false;
  }

  /** Collects them. */
  static final class Builder {
    private int size;
    private int[] subjects = new int[256];
    private long[] keys = new long[256];

    void add(int subject, long key) {
      for (int i = size - 1; i >= 0 && subjects[i] == subject; i--) {
        if (keys[i] == key) {
          return; // several aliases of a person begin alike
        }
      }
      if (size == keys.length) {
        subjects = Arrays.copyOf(subjects, 2 * size);
        keys = Arrays.copyOf(keys, 2 * size);
      }
      subjects[size] = subject;
      keys[size++] = key;
    }

    FirstNameKeys build(int subjectCount) {
      int[] from = new int[subjectCount + 1];
      for (int i = 0; i < size; i++) {
        from[subjects[i] + 1]++;
      }
      for (int subject = 0; subject < subjectCount; subject++) {
        from[subject + 1] += from[subject];
      }
      int[] next = Arrays.copyOf(from, subjectCount);
      long[] ordered = new long[size];
      for (int i = 0; i < size; i++) {
        ordered[next[subjects[i]]++] = keys[i];
      }
      return new FirstNameKeys(from, ordered);
    }
  }
}
