package io.tocsin.tag.stored;

/**
 * Whether places of two sides stand near each other, and which. The nearest place before another is
 * the one that ends last, so sorted ends and sorted beginnings are walked side by side: a word that
 * is repeated a hundred thousand times costs a hundred thousand steps, not their square.
 */
final class Proximity {
  private final Layout layout;
  private final Spots left = new Spots();
  private final Spots right = new Spots();
  private int[] leftFirsts = new int[64];
  private int[] leftLasts = new int[64];
  private int[] rightFirsts = new int[64];
  private int[] rightLasts = new int[64];

  Proximity(Layout layout) {
    this.layout = layout;
  }

  /** To be filled with the places of the left side. */
  Spots left() {
    return left;
  }

  /** To be filled with the places of the right side. */
  Spots right() {
    return right;
  }

  /** Whether a place of each side stand at most so many words apart. */
  boolean holds(int distance, boolean ordered) {
    leftLasts = left.lasts(leftLasts);
    rightFirsts = right.firsts(rightFirsts);
    if (follows(leftLasts, left.size(), rightFirsts, right.size(), distance)) {
      return true;
    }
    if (ordered) {
      return false;
    }
    rightLasts = right.lasts(rightLasts);
    leftFirsts = left.firsts(leftFirsts);
    return follows(rightLasts, right.size(), leftFirsts, left.size(), distance);
  }

  private boolean follows(int[] lasts, int ends, int[] firsts, int begins, int distance) {
    int end = 0;
    for (int begin = 0; begin < begins; begin++) {
      int word = firsts[begin];
      while (end < ends && lasts[end] < word) {
        end++;
      }
      if (end > 0 && near(lasts[end - 1], word, distance)) {
        return true;
      }
    }
    return false;
  }

  private boolean near(int earlier, int later, int distance) {
    return later - earlier <= distance && layout.sameField(earlier, later);
  }

  /** Adds all places of either side that have such a neighbour; whether there are any. */
  boolean collect(int distance, boolean ordered, Spots into) {
    leftFirsts = left.firsts(leftFirsts);
    leftLasts = left.lasts(leftLasts);
    rightFirsts = right.firsts(rightFirsts);
    rightLasts = right.lasts(rightLasts);
    int before = into.size();
    for (int i = 0; i < left.size(); i++) {
      int first = left.first(i);
      int last = left.last(i);
      if (followed(last, rightFirsts, right.size(), distance)
          || (!ordered && preceded(first, rightLasts, right.size(), distance))) {
        into.add(first, last);
      }
    }
    for (int i = 0; i < right.size(); i++) {
      int first = right.first(i);
      int last = right.last(i);
      if (preceded(first, leftLasts, left.size(), distance)
          || (!ordered && followed(last, leftFirsts, left.size(), distance))) {
        into.add(first, last);
      }
    }
    return into.size() > before;
  }

  private boolean followed(int last, int[] firsts, int size, int distance) {
    int index = below(firsts, size, last + 1);
    return index < size && near(last, firsts[index], distance);
  }

  private boolean preceded(int first, int[] lasts, int size, int distance) {
    int index = below(lasts, size, first);
    return index > 0 && near(lasts[index - 1], first, distance);
  }

  /** How many of some sorted numbers are below a limit. */
  private static int below(int[] sorted, int size, int limit) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < limit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
