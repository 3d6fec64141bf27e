package io.tocsin.tag.query;

import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.text.Words;
import java.lang.Character.UnicodeScript;
import java.util.List;

/** Reads a word or a phrase of a query, with its wildcard. */
final class TermReader {
  /** Shorter beginnings match too much to mean anything, and cost accordingly. */
  private static final int SHORTEST_PREFIX = 3;

  private TermReader() {}

  static Term read(Lexeme lexeme) {
    int offset = lexeme.start() + (lexeme.kind() == Lexeme.Kind.PHRASE ? 1 : 0);
    String text = lexeme.text().stripTrailing();
    boolean prefix = text.endsWith("*");
    String words = prefix ? text.substring(0, text.length() - 1) : text;
    int star = words.indexOf('*');
    if (star >= 0) {
      throw new QueryException(
          "* stands only at the end of a word or phrase: missil*, \"asset freez*\"", offset + star);
    }
    List<String> folded = Words.folded(words);
    if (folded.isEmpty()) {
      throw new QueryException(
          prefix
              ? "* alone matches everything: write at least "
                  + SHORTEST_PREFIX
                  + " letters before it"
              : "there is no letter or digit to look for",
          lexeme.start());
    }
    if (prefix) {
      checkPrefix(words, folded.get(folded.size() - 1), offset);
    }
    return new Term(folded, prefix);
  }

  private static void checkPrefix(String words, String last, int offset) {
    if (!Character.isLetterOrDigit(words.codePointBefore(words.length()))) {
      throw new QueryException("* must follow a letter directly: missil*", offset + words.length());
    }
    // A Hangul syllable is two or three letters.
    int letters =
        last.codePoints().map(c -> UnicodeScript.of(c) == UnicodeScript.HANGUL ? 2 : 1).sum();
    if (letters < SHORTEST_PREFIX && !Words.standsAlone(last)) {
      throw new QueryException(
          "at least " + SHORTEST_PREFIX + " letters must stand before *", offset + words.length());
    }
  }
}
