package io.tocsin.tag.text;

import java.text.Normalizer;
import java.util.List;

/**
 * Cuts text into folded words that know where they stand in the original.
 *
 * <p>Spaces, hyphens and punctuation separate words. An apostrophe inside a word joins (O'Brien),
 * except after an elided article (l'Ukraine); a possessive 's is cut off; dotted capitals are one
 * word (U.S.). Characters of scripts without spaces are words by themselves. The work is linear in
 * the length of the text, whatever it holds.
 */
public final class Words {
  /** Marks beyond this number on one character carry no meaning and are left out of the fold. */
  static final int MAX_MARKS = 8;

  private Words() {}

  /** The words of a text, in order. */
  public static List<Token> of(String text) {
    return new WordScanner(text).scan();
  }

  /** Only the folds of the words, in order: what an alias or a query term is looked up by. */
  public static List<String> folded(String text) {
    List<Token> tokens = of(text);
    String[] folded = new String[tokens.size()];
    for (int i = 0; i < folded.length; i++) {
      folded[i] = tokens.get(i).folded();
    }
    return List.of(folded);
  }

  /**
   * The words of a text as written, in order: case and diacritics kept, apostrophes of one kind (or
   * "She'll" would be Shell), dots and invisible characters removed.
   */
  public static List<String> exact(String text) {
    return of(text).stream().map(token -> exact(text, token.start(), token.end())).toList();
  }

  /** One word as written; {@code start} and {@code end} are those of the word in the text. */
  public static String exact(String text, int start, int end) {
    StringBuilder kept = new StringBuilder(end - start);
    text.substring(start, end)
        .codePoints()
        .filter(c -> c != '.' && !Characters.isInvisible(c))
        .map(c -> Characters.isApostrophe(c) ? '\'' : c)
        .forEach(kept::appendCodePoint);
    return Normalizer.normalize(kept, Normalizer.Form.NFKC);
  }

  /**
   * Whether the word is of a script that sets no spaces, where a single character is a whole word.
   */
  public static boolean standsAlone(String word) {
    return !word.isEmpty() && Characters.standsAlone(word.codePointAt(0));
  }
}
