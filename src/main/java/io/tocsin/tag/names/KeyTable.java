package io.tocsin.tag.names;

import java.util.Arrays;

/**
 * Numbers the keys of one article from 0 in order of first appearance: an open-addressing table
 * without boxed keys. Reused from article to article by one thread.
 */
final class KeyTable {
  private static final int FREE = -1;
  private static final int SMALLEST = 64;

  private long[] keys = new long[SMALLEST / 2];
  private int[] slots = free(SMALLEST);
  private int size;

  /** Forgets all, and the room that an unusual article took. */
  void clear() {
    if (size > 0) {
      slots = slots.length > 16 * SMALLEST ? free(SMALLEST) : filled(slots);
      size = 0;
    }
  }

  /** How many keys there are. */
  int size() {
    return size;
  }

  /** The number of a key; -1 when it is not there. */
  int find(long key) {
    return slots[slotOf(key)];
  }

  /** The number of a key, which is added when it is not there. */
  int add(long key) {
    int slot = slotOf(key);
    if (slots[slot] != FREE) {
      return slots[slot];
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
    }
    keys[size] = key;
    slots[slot] = size++;
    if (2 * size > slots.length) {
      grow();
    }
    return size - 1;
  }

  private void grow() {
    slots = free(2 * slots.length);
    for (int number = 0; number < size; number++) {
      slots[slotOf(keys[number])] = number;
    }
  }

  private int slotOf(long key) {
    int mask = slots.length - 1;
    int slot = (int) (key ^ (key >>> 32)) & mask;
    while (slots[slot] != FREE && keys[slots[slot]] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static int[] free(int room) {
    return filled(new int[room]);
  }

  private static int[] filled(int[] room) {
    Arrays.fill(room, FREE);
    return room;
  }
}
