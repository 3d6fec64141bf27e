package io.tocsin.tag.query;

import io.tocsin.tag.query.Lexeme.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a query into pieces; linear in its length. */
final class Lexer {
  /** Operators of other search systems: taken as words they would silently mean something else. */
  private static final Set<String> FOREIGN =
      Set.of("ONEAR", "SENTENCE", "PARAGRAPH", "ATLEAST", "ADJ", "WITHIN", "XOR", "ANDNOT", "NEAR");

  private final String text;
  private final List<Lexeme> lexemes = new ArrayList<>();
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  /** The pieces in order, closed by one of kind END. */
  static List<Lexeme> lex(String text) {
    Lexer lexer = new Lexer(text);
    lexer.run();
    return lexer.lexemes;
  }

  private void run() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c) || c == '\u00A0') {
        at++;
      } else if (c == '(' || c == ')') {
        add(c == '(' ? Kind.OPEN : Kind.CLOSE, at, at + 1);
      } else if (isQuote(c)) {
        readPhrase();
      } else {
        readWord();
      }
    }
    add(Kind.END, at, at);
  }

  private void add(Kind kind, int start, int end) {
    lexemes.add(new Lexeme(kind, text.substring(start, end), start, end));
    at = end;
  }

  private void readPhrase() {
    int close = at + 1;
    while (close < text.length() && !isQuote(text.charAt(close))) {
      close++;
    }
    if (close == text.length()) {
      throw new QueryException(
          "this quote is not closed: put a \" after the last word of the phrase", at);
    }
    lexemes.add(new Lexeme(Kind.PHRASE, text.substring(at + 1, close), at, close + 1));
    at = close + 1;
  }

  private void readWord() {
    int end = at;
    while (end < text.length() && !endsWord(text.charAt(end))) {
      end++;
    }
    String word = text.substring(at, end);
    Kind kind =
        switch (word) {
          case "AND" -> Kind.AND;
          case "OR" -> Kind.OR;
          case "NOT" -> Kind.NOT;
          default -> word.startsWith("NEAR/") ? Kind.NEAR : Kind.WORD;
        };
    if (kind == Kind.WORD) {
      checkWord(word);
    }
    add(kind, at, end);
  }

  private void checkWord(String word) {
    int slash = word.indexOf('/');
    String name = slash < 0 ? word : word.substring(0, slash);
    if (FOREIGN.contains(name)) {
      throw new QueryException(
          name
              + (name.equals("NEAR")
                  ? " needs a distance: NEAR/5"
                  : " is no operator here; known are AND, OR, NOT and NEAR/n")
              + "; to look for the word itself put it in quotes",
          at);
    }
    for (int i = 0; i < word.length(); i++) {
      if ("/:=<>@?~^[]{}|\\&!+".indexOf(word.charAt(i)) >= 0) {
        throw new QueryException(
            "'"
                + word.charAt(i)
                + "' means nothing outside quotes; put the word in quotes to look for it as text",
            at + i);
      }
    }
  }

  private static boolean endsWord(char c) {
    return Character.isWhitespace(c) || c == '\u00A0' || c == '(' || c == ')' || isQuote(c);
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '“' || c == '”' || c == '„';
  }
}
