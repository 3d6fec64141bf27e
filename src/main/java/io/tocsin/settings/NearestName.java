package io.tocsin.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses which known name was meant by an unknown one. */
public final class NearestName {

  private NearestName() {}

  /**
   * The known name with the fewest changed letters, unless more than a third of them would change.
   */
  public static Optional<String> among(Collection<String> known, String unknown) {
    int most = Math.max(2, unknown.length() / 3);
    return known.stream()
        .min(Comparator.comparingInt(name -> distance(name, unknown)))
        .filter(name -> distance(name, unknown) <= most);
  }

  /** Edit distance: letters to insert, delete or replace (Levenshtein). */
  static int distance(String left, String right) {
    int[] previous = new int[right.length() + 1];
    for (int column = 0; column < previous.length; column++) {
      previous[column] = column;
    }
    for (int row = 1; row <= left.length(); row++) {
      int[] current = new int[right.length() + 1];
      current[0] = row;
      for (int column = 1; column < current.length; column++) {
        int replaced =
            previous[column - 1] + (left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1);
        int moved = Math.min(previous[column], current[column - 1]) + 1;
        current[column] = Math.min(replaced, moved);
      }
      previous = current;
    }
    return previous[right.length()];
  }
}
