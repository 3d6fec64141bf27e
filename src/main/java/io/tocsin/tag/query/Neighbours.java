package io.tocsin.tag.query;

import java.util.Arrays;
import java.util.List;

/**
 * Places by where they begin and by where they end, so that the nearest on either side is found by
 * bisection.
 */
final class Neighbours {
  private final int[] firsts;
  private final int[] lasts;

  Neighbours(List<Place> places) {
    firsts = places.stream().mapToInt(Place::first).sorted().toArray();
    lasts = places.stream().mapToInt(Place::last).sorted().toArray();
  }

  /** The nearest last word of a place that ends before a word; -1 when there is none. */
  int lastWordBefore(int word) {
    int index = insertion(lasts, word) - 1;
    return index < 0 ? -1 : lasts[index];
  }

  /** The nearest first word of a place that begins after a word; -1 when there is none. */
  int firstWordAfter(int word) {
    int index = insertion(firsts, word + 1);
    return index == firsts.length ? -1 : firsts[index];
  }

  /** Index of the first element that is not below the value. */
  private static int insertion(int[] sorted, int value) {
    int index = Arrays.binarySearch(sorted, value);
    if (index < 0) {
      return -index - 1;
    }
    while (index > 0 && sorted[index - 1] == value) {
      index--;
    }
    return index;
  }
}
