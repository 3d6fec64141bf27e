package io.tocsin.tag.match;

import java.util.Arrays;

/**
 * Numbers from 0 that were seen in one article, in order of first appearance: an open-addressing
 * set as small as the article, not as the lexicon. Reused from article to article by one thread.
 */
public final class IntSet {
  private static final int FREE = -1;
  private static final int SMALLEST = 64;

  private int[] slots = free(SMALLEST);
  private int[] numbers = new int[SMALLEST / 2];
  private int size;

  /** Forgets all, and the room that an unusual article took. */
  public void clear() {
    if (size > 0) {
      slots = slots.length > 16 * SMALLEST ? free(SMALLEST) : filled(slots);
      size = 0;
    }
  }

  /** Adds a number when it is not there; returns its index in order of first appearance. */
  public int add(int number) {
    int slot = slotOf(number);
    if (slots[slot] != FREE) {
      return slots[slot];
    }
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    numbers[size] = number;
    slots[slot] = size++;
    if (size * 2 > slots.length) {
      grow();
    }
    return size - 1;
  }

  /** Adds a number; false when it was there. */
  public boolean addNew(int number) {
    int before = size;
    add(number);
    return size > before;
  }

  /** How many different numbers there are. */
  public int size() {
    return size;
  }

  /** The number with an index. */
  public int number(int index) {
    return numbers[index];
  }

  /** Whether a number is there. */
  public boolean has(int number) {
    return slots[slotOf(number)] != FREE;
  }

  /** Whether one of several is there. */
  public boolean hasAny(int[] several) {
    for (int number : several) {
      if (has(number)) {
        return true;
      }
    }
    return false;
  }

  private void grow() {
    slots = free(2 * slots.length);
    for (int index = 0; index < size; index++) {
      slots[slotOf(numbers[index])] = index;
    }
  }

  /** The slot that holds the index of a number, or the free one where it would be. */
  private int slotOf(int number) {
    int mask = slots.length - 1;
    int slot = ((number * 0x9E3779B9) >>> 7) & mask;
    while (slots[slot] != FREE && numbers[slots[slot]] != number) {
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
