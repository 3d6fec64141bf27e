package io.tocsin.tag.query;

/** Holds words against patterns with {@code ?} for one character and {@code *} for any number. */
public final class WordPattern {
  private WordPattern() {}

  /**
   * Whether a whole word looks like a pattern. Goes back to the last {@code *} only, so that the
   * work is at most the product of the lengths, whatever was written.
   *
   * @param pattern of a term, not empty
   * @param word folded
   */
  public static boolean matches(String pattern, String word) {
    int[] wanted = pattern.codePoints().toArray();
    int[] letters = word.codePoints().toArray();
    int at = 0;
    int letter = 0;
    int star = -1;
    int resume = 0;
    while (letter < letters.length) {
      if (at < wanted.length && wanted[at] == '*') {
        star = at++;
        resume = letter;
      } else if (at < wanted.length && (wanted[at] == '?' || wanted[at] == letters[letter])) {
        at++;
        letter++;
      } else if (star >= 0) {
        at = star + 1;
        letter = ++resume;
      } else {
        return false;
      }
    }
    while (at < wanted.length && wanted[at] == '*') {
      at++;
    }
    return at == wanted.length;
  }
}
