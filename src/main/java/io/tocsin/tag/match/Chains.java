package io.tocsin.tag.match;

import java.util.Arrays;

/**
 * What a node stands for, in one int: a phrase, or the head of a chain of phrases whose hashes
 * collide, or none; and whether longer phrases go on from there.
 */
final class Chains {
  /** Longer phrases go on with a whole word. */
  static final int GOES_ON = 1 << 31;

  /** Longer phrases go on with the beginning of a word. */
  static final int GOES_ON_WITH_BEGINNING = 1 << 30;

  private static final int CHAIN = 1 << 29;
  private static final int NUMBER = CHAIN - 1;

  /** Whether anything goes on. */
  static final int ONWARD = GOES_ON | GOES_ON_WITH_BEGINNING;

  private int size;
  private int[] phrases = new int[0];
  private int[] next = new int[0];

  /** Puts a phrase in front of those that a node stands for. */
  int with(int value, int phrase) {
    if ((value & ~ONWARD) == 0) {
      return value | (phrase + 1);
    }
    if (size == phrases.length) {
      phrases = Arrays.copyOf(phrases, 2 * size + 4);
      next = Arrays.copyOf(next, 2 * size + 4);
    }
    phrases[size] = phrase;
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

  /** The first phrase that a node stands for. */
  int first(int value) {
    int number = (value & NUMBER) - 1;
    return (value & CHAIN) == 0 ? number : phrases[number];
  }

  /** The node without its first phrase. */
  int after(int value) {
    return (value & CHAIN) == 0 ? 0 : next[(value & NUMBER) - 1];
  }

  /** Bytes of memory. */
  long memory() {
    return 8L * phrases.length;
  }
}
