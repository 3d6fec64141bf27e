package io.tocsin.tag.query;

import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.text.Token;
import io.tocsin.tag.text.Words;
import java.lang.Character.UnicodeScript;
import java.util.List;

/** Reads a word or a phrase of a query, with its wildcards. */
final class TermReader {
  /** Shorter beginnings match too much to mean anything, and cost accordingly. */
  private static final int SHORTEST_PREFIX = 3;

  private final Lexeme lexeme;
  private final String text;
  private final int offset;

  private TermReader(Lexeme lexeme) {
    this.lexeme = lexeme;
    this.text = lexeme.text().stripTrailing();
    boolean quoted =
        lexeme.kind() != Lexeme.Kind.WORD
            && lexeme.end() - lexeme.start() > lexeme.text().length() + 1;
    this.offset = lexeme.start() + (quoted ? 1 : 0) + (isExact() ? 1 : 0);
  }

  static Term read(Lexeme lexeme) {
    return new TermReader(lexeme).read();
  }

  private Term read() {
    int first = wildcard(0);
    String head = text.substring(0, first);
    List<String> words = Words.folded(head);
    boolean prefix = first < text.length();
    if (words.isEmpty() && !prefix) {
      throw new QueryException("there is no letter or digit to look for", lexeme.start());
    }
    List<String> exact = isExact() ? Words.exact(head) : List.of();
    if (!prefix) {
      return new Term(words, false, "", exact);
    }
    checkHead(words, head, first);
    String tail = tail(first);
    if (tail.equals("*")) {
      return new Term(words, true, "", exact);
    }
    if (isExact()) {
      throw new QueryException(
          "an exact form takes a * at its end only: =\"NASA*\"", offset + first);
    }
    String last = words.get(words.size() - 1);
    if (Words.standsAlone(last)) {
      throw new QueryException(
          "each character of this script is a word by itself, so that nothing can stand for a part"
              + " of it: take the wildcard away",
          offset + first);
    }
    return new Term(words, true, last + tail, exact);
  }

  private boolean isExact() {
    return lexeme.kind() == Lexeme.Kind.EXACT;
  }

  /** Where the next wildcard stands; the length of the text when there is none. */
  private int wildcard(int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '*' && text.charAt(at) != '?') {
      at++;
    }
    return at;
  }

  private void checkHead(List<String> words, String head, int first) {
    char wildcard = text.charAt(first);
    if (text.length() == 1) {
      throw new QueryException(
          wildcard
              + " alone matches everything: write at least "
              + SHORTEST_PREFIX
              + " letters before it",
          lexeme.start());
    }
    boolean touches = !words.isEmpty() && isWordPart(head.codePointBefore(head.length()));
    if (!touches) {
      throw new QueryException(
          "no "
              + wildcard
              + " at the beginning of a word: it must follow at least "
              + SHORTEST_PREFIX
              + " letters directly, as in missil*",
          offset + first);
    }
    String last = words.get(words.size() - 1);
    boolean dense =
        Words.standsAlone(last) || UnicodeScript.of(last.codePointAt(0)) == UnicodeScript.HANGUL;
    if (!dense && last.codePointCount(0, last.length()) < SHORTEST_PREFIX) {
      throw new QueryException(
          "at least " + SHORTEST_PREFIX + " letters must stand before " + wildcard, offset + first);
    }
  }

  private static boolean isWordPart(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        || Character.getType(codePoint) == Character.NON_SPACING_MARK
        || Character.getType(codePoint) == Character.COMBINING_SPACING_MARK;
  }

  /** The wildcards and the folded letters between and after them; a run of * is one. */
  private String tail(int first) {
    StringBuilder tail = new StringBuilder();
    int at = first;
    while (at < text.length()) {
      char wildcard = text.charAt(at);
      if (wildcard != '*' || tail.isEmpty() || tail.charAt(tail.length() - 1) != '*') {
        tail.append(wildcard);
      }
      int next = wildcard(at + 1);
      if (next > at + 1) {
        tail.append(folded(text.substring(at + 1, next), at));
      }
      at = next;
    }
    return tail.toString();
  }

  private String folded(String piece, int before) {
    List<Token> tokens = Words.of(piece);
    boolean whole =
        tokens.size() == 1
            && tokens.get(0).start() == 0
            && tokens.get(0).end() == piece.length()
            && !Words.standsAlone(tokens.get(0).folded());
    if (!whole) {
      throw new QueryException(
          "a wildcard stands only in the last word of a phrase: \"asset freez*\"", offset + before);
    }
    return tokens.get(0).folded();
  }
}
