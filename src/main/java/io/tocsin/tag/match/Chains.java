package io.tocsin.tag.match;

import java.util.Arrays;

/**
 * What a node stands for, in one int: the place of a phrase in the text, or the head of a chain of
 * phrases whose hashes collide, or none; and whether phrases go on from there.
 */
final class Chains {
  /** Longer phrases go on with a whole word; told by the filters, not by the table. */
  static final int GOES_ON = 1 << 31;

  /** Longer phrases go on with the beginning of a word. */
  static final int GOES_ON_WITH_BEGINNING = 1 << 30;

  private static final int CHAIN = 1 << 29;

  /** The largest place of a phrase. */
  static final int LARGEST = CHAIN - 1;

  private static final int ONWARD = GOES_ON | GOES_ON_WITH_BEGINNING;

  private int size;
  private int[] phrases = new int[0];
  private int[] next = new int[0];

  /** Puts a phrase in front of those that a node stands for. */
  int with(int value, int place) {
    if (!holdsPhrase(value)) {
      return value | place;
    }
    if (size == phrases.length) {
      phrases = Arrays.copyOf(phrases, 2 * size + 4);
      next = Arrays.copyOf(next, 2 * size + 4);
    }
    phrases[size] = place;
    next[size++] = value & ~ONWARD;
    return (value & ONWARD) | CHAIN | size;
  }

  /** Two nodes in one, because the table cannot tell them apart. */
  int joined(int one, int other) {
    int value = one | (other & ONWARD);
    for (int rest = other; holdsPhrase(rest); rest = after(rest)) {
      value = with(value, first(rest));
    }
    return value;
  }

  /** Whether a node stands for any phrase. */
  static boolean holdsPhrase(int value) {
    return (value & ~ONWARD) != 0;
  }

  /** The place of the first phrase that a node stands for. */
  int first(int value) {
    int number = value & LARGEST;
    return (value & CHAIN) == 0 ? number : phrases[number - 1];
  }

  /** The node without its first phrase. */
  int after(int value) {
    return (value & CHAIN) == 0 ? 0 : next[(value & LARGEST) - 1];
  }

  /** Bytes of memory. */
  long memory() {
    return 8L * phrases.length;
  }
}
