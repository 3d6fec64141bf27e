package io.tocsin.tag.text;

import java.util.Locale;

/**
 * Abbreviations that an article itself explains: "Exian Atomic Energy Agency (EAEA)", or the other
 * way round. Every letter of the abbreviation must stand in the name in order, the first one at its
 * beginning (Schwartz and Hearst's rule, held against the whole name).
 */
public final class Initials {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 10;

  private Initials() {}

  /**
   * The letters of a word that is written in capitals, without dots; empty when the word is none.
   *
   * @param text the field
   * @param start first UTF-16 unit of the word
   * @param end one past the last
   */
  public static String letters(String text, int start, int end) {
    if (end - start < SHORTEST || end - start > 2 * LONGEST) {
      return "";
    }
    StringBuilder letters = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isUpperCase(c) || (letters.length() > 0 && Character.isDigit(c))) {
        letters.append(c);
      } else if (c != '.') {
        return "";
      }
    }
    return letters.length() < SHORTEST || letters.length() > LONGEST ? "" : letters.toString();
  }

  /**
   * The word in brackets after a name, or before a name in brackets, that is its abbreviation.
   *
   * @param first word of the name
   * @param last word of the name; a name of one word has none
   * @return -1 when there is none
   */
  public static int beside(TextWords words, int first, int last) {
    if (first == last) {
      return -1;
    }
    String text = words.article().text(words.field(first));
    int after = last + 1;
    if (opens(text, words.end(last))
        && after < words.size()
        && words.field(after) == words.field(last)
        && isIn(text, words.end(last), words.start(after), words.end(after))
        && fits(words, first, last, letters(text, words.start(after), words.end(after)))) {
      return after;
    }
    int before = first - 1;
    if (before >= 0
        && words.field(before) == words.field(first)
        && opens(text, words.end(before))
        && isIn(text, words.end(before), words.start(first), words.end(last))
        && fits(words, first, last, letters(text, words.start(before), words.end(before)))) {
      return before;
    }
    return -1;
  }

  /** Looked at first, because it nearly never is so. */
  private static boolean opens(String text, int end) {
    return end + 1 < text.length()
        && (text.charAt(end) == '(' || (text.charAt(end) == ' ' && text.charAt(end + 1) == '('));
  }

  /** Whether exactly what stands between two places is in the brackets that open after another. */
  private static boolean isIn(String text, int opened, int start, int end) {
    return text.substring(opened, start).strip().equals("(")
        && end < text.length()
        && text.charAt(end) == ')';
  }

  private static boolean fits(TextWords words, int first, int last, String letters) {
    if (letters.isEmpty() || last - first + 1 > 2 * letters.length()) {
      return false;
    }
    String text = words.article().text(words.field(first));
    String name = text.substring(words.start(first), words.end(last)).toUpperCase(Locale.ROOT);
    int at = name.length() - 1;
    for (int i = letters.length() - 1; i > 0; i--) {
      while (at > 0 && name.charAt(at) != letters.charAt(i)) {
        at--;
      }
      at--;
    }
    return at >= 0 && name.charAt(0) == letters.charAt(0) && hasTwoInitials(name, letters);
  }

  /** Else any word in capitals fits some name: at least two letters must begin words. */
  private static boolean hasTwoInitials(String name, String letters) {
    int matched = 0;
    for (int i = 0; i < name.length() && matched < letters.length(); i++) {
      boolean begins = i == 0 || !Character.isLetterOrDigit(name.charAt(i - 1));
      matched += begins && name.charAt(i) == letters.charAt(matched) ? 1 : 0;
    }
    return matched >= SHORTEST;
  }
}
