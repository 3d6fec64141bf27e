package io.tocsin.tag.stored;

import java.util.Arrays;

/** Numbers in a growing array. */
final class IntList {
  private int[] numbers = new int[64];
  private int size;

  void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    numbers[size++] = number;
  }

  int get(int index) {
    return numbers[index];
  }

  void set(int index, int number) {
    numbers[index] = number;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  void sort() {
    Arrays.sort(numbers, 0, size);
  }

  int[] toArray() {
    return Arrays.copyOf(numbers, size);
  }
}
