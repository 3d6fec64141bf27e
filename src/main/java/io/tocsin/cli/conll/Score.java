package io.tocsin.cli.conll;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * How many of the spans were found.
 *
 * @param right found and in the file
 * @param found all that were found
 * @param gold all in the file
 */
record Score(int right, int found, int gold) {
  static final Score NONE = new Score(0, 0, 0);

  /** Compares two sets of spans of one document. */
  static <T> Score of(Collection<T> found, Collection<T> gold) {
    Set<T> right = new HashSet<>(found);
    right.retainAll(new HashSet<>(gold));
    return new Score(right.size(), found.size(), gold.size());
  }

  Score plus(Score other) {
    return new Score(right + other.right, found + other.found, gold + other.gold);
  }

  double precision() {
    return found == 0 ? 0 : (double) right / found;
  }

  double recall() {
    return gold == 0 ? 0 : (double) right / gold;
  }

  /** The harmonic mean of precision and recall, 0 to 1. */
  double f1() {
    return found + gold == 0 ? 0 : 2.0 * right / (found + gold);
  }

  String line(String name) {
    return String.format(
        Locale.ROOT,
        "%-10s  P %.3f  R %.3f  F1 %.3f  (%d right, %d found, %d in the file)",
        name,
        precision(),
        recall(),
        f1(),
        right,
        found,
        gold);
  }
}
