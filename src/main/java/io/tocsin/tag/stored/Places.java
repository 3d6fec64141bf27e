package io.tocsin.tag.stored;

import io.tocsin.tag.query.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Places of one article, packed so that their order as numbers is reading order. */
final class Places {
  private long[] packed = new long[32];
  private int size;

  void clear() {
    size = 0;
  }

  void add(int first, int last) {
    if (size == packed.length) {
      packed = Arrays.copyOf(packed, 2 * size);
    }
    packed[size++] = (long) first << 32 | last;
  }

  int size() {
    return size;
  }

  int first(int index) {
    return (int) (packed[index] >>> 32);
  }

  int last(int index) {
    return (int) packed[index];
  }

  /** Puts them in reading order, each once. */
  void settle() {
    Arrays.sort(packed, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (kept == 0 || packed[kept - 1] != packed[i]) {
        packed[kept++] = packed[i];
      }
    }
    size = kept;
  }

  /** The first word of the first place that begins after a word, or -1; only when settled. */
  int firstAfter(int word) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = low + high >>> 1;
      if (first(middle) > word) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low == size ? -1 : first(low);
  }

  /** The last words, ascending. */
  int[] lasts() {
    int[] lasts = new int[size];
    for (int i = 0; i < size; i++) {
      lasts[i] = last(i);
    }
    Arrays.sort(lasts);
    return lasts;
  }

  /** How many there are that do not overlap, taken from left to right by where they end. */
  int disjoint() {
    long[] byEnd = new long[size];
    for (int i = 0; i < size; i++) {
      byEnd[i] = (long) last(i) << 32 | first(i);
    }
    Arrays.sort(byEnd);
    int count = 0;
    int end = -1;
    for (long place : byEnd) {
      if ((int) place > end) {
        count++;
        end = (int) (place >>> 32);
      }
    }
    return count;
  }

  List<Place> toList() {
    List<Place> places = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      places.add(new Place(first(i), last(i)));
    }
    return places;
  }
}
