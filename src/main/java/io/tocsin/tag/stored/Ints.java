package io.tocsin.tag.stored;

import java.util.Arrays;

/** A list of numbers that grows. */
final class Ints {
  private int[] values;
  private int size;

  Ints() {
    this(16);
  }

  /** With room for some numbers; it grows beyond. */
  Ints(int room) {
    values = new int[Math.max(1, room)];
  }

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  void addAll(int[] others, int from, int to) {
    int needed = size + to - from;
    if (needed > values.length) {
      values = Arrays.copyOf(values, Math.max(needed, 2 * values.length));
    }
    System.arraycopy(others, from, values, size, to - from);
    size = needed;
  }

  void addAll(Ints others) {
    addAll(others.values, 0, others.size);
  }

  int get(int index) {
    return values[index];
  }

  void set(int index, int value) {
    values[index] = value;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  /** The array behind it, of which only the first {@link #size} count. */
  int[] values() {
    return values;
  }

  int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
