package io.tocsin.wire.watchlist;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Small helps for messages: what was probably meant, and long text made short. */
final class Texts {
  private static final int SHOWN = 60;

  private Texts() {}

  /** At most 60 characters, without line ends, so that a message stays one line. */
  static String shorten(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= SHOWN
        ? line
        : line.substring(0, line.offsetByCodePoints(0, SHOWN / 2)) + "…";
  }

  /** {@code ; did you mean 'x'?} when a known word is near, else {@code ; known are a, b, c}. */
  static String suggest(String word, Collection<String> known) {
    return nearest(word, known)
        .map(near -> "; did you mean '" + near + "'?")
        .orElseGet(() -> "; known are " + String.join(", ", known));
  }

  /** The nearest of the known words, when at most a third of its letters differ. */
  static Optional<String> nearest(String word, Collection<String> known) {
    String lower = word.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(
            candidate ->
                distance(lower, candidate.toLowerCase(Locale.ROOT))
                    <= Math.max(1, (candidate.length() + 1) / 3))
        .min(
            Comparator.<String>comparingInt(
                    candidate -> distance(lower, candidate.toLowerCase(Locale.ROOT)))
                .thenComparing(candidate -> candidate));
  }

  /** Edit distance; a word far longer than any key is simply far away. */
  private static int distance(String left, String right) {
    if (Math.abs(left.length() - right.length()) > right.length()) {
      return Integer.MAX_VALUE;
    }
    int[] row = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int changed = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[right.length()];
  }
}
