package io.tocsin.tag.query;

import java.util.Comparator;

/**
 * Where a term stands in an article.
 *
 * @param first index of its first word in the reading
 * @param last index of its last word
 */
public record Place(int first, int last) {
  /** Reading order, the shorter first. */
  static final Comparator<Place> ORDER =
      Comparator.comparingInt(Place::first).thenComparingInt(Place::last);

  /** By where they end, the longer first. */
  static final Comparator<Place> BY_END =
      Comparator.comparingInt(Place::last).thenComparingInt(Place::first);
}
