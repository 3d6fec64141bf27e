package io.tocsin.tag.stored;

import java.util.Arrays;

/** Places in an article, each in one number that sorts in reading order, the shorter first. */
final class Spots {
  private long[] values = new long[64];
  private int size;

  void clear() {
    size = 0;
  }

  void add(int first, int last) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = (long) first << 32 | last;
  }

  int size() {
    return size;
  }

  /** Forgets all but the first ones. */
  void cut(int newSize) {
    size = newSize;
  }

  int first(int index) {
    return (int) (values[index] >>> 32);
  }

  int last(int index) {
    return (int) values[index];
  }

  /** Sorts, and keeps one of each. */
  void sortDistinct() {
    if (isSorted(values, size)) {
      return;
    }
    Arrays.sort(values, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || values[i] != values[kept - 1]) {
        values[kept++] = values[i];
      }
    }
    size = kept;
  }

  /** Places of one leaf come sorted, and most sides have only one that stands. */
  private static boolean isSorted(long[] values, int size) {
    for (int i = 1; i < size; i++) {
      if (values[i] <= values[i - 1]) {
        return false;
      }
    }
    return true;
  }

  /** Where the places begin, sorted; in the array given, or in a larger one. */
  int[] firsts(int[] into) {
    int[] firsts = into.length < size ? new int[values.length] : into;
    for (int i = 0; i < size; i++) {
      firsts[i] = first(i);
    }
    sort(firsts);
    return firsts;
  }

  /** Where the places end, sorted; in the array given, or in a larger one. */
  int[] lasts(int[] into) {
    int[] lasts = into.length < size ? new int[values.length] : into;
    for (int i = 0; i < size; i++) {
      lasts[i] = last(i);
    }
    sort(lasts);
    return lasts;
  }

  private void sort(int[] numbers) {
    for (int i = 1; i < size; i++) {
      if (numbers[i] < numbers[i - 1]) {
        Arrays.sort(numbers, 0, size);
        return;
      }
    }
  }
}
