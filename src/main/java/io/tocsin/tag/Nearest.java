package io.tocsin.tag;

import java.util.Collection;

/** Finds the id that was probably meant. */
final class Nearest {
  private static final int FARTHEST = 3;

  private Nearest() {}

  /** ": did you mean …?", or nothing when no id is near. */
  static String hint(String unknown, Collection<String> known) {
    String nearest = "";
    int least = FARTHEST + 1;
    for (String id : known) {
      int distance = distance(unknown, id, least + 1);
      boolean tie = distance == least && distance <= FARTHEST;
      if (distance < least || (tie && id.compareTo(nearest) < 0)) {
        least = distance;
        nearest = id;
      }
    }
    return nearest.isEmpty() ? "" : ": did you mean '" + nearest + "'?";
  }

  /** Edits between two ids; anything not below the limit may be returned as the limit. */
  private static int distance(String one, String other, int limit) {
    if (Math.abs(one.length() - other.length()) >= limit) {
      return limit;
    }
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int substituted = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return Math.min(row[other.length()], limit);
  }
}
