package io.tocsin.tag.query;

import io.tocsin.tag.query.Lexeme.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Cuts a query into pieces; linear in its length. */
final class Lexer {
  private static final String GROUP = "@group/";
  private static final String WIDE_QUOTES = "“”„‟«»＂";

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
      if (isSpace(c)) {
        at++;
      } else if (isOpen(c) || isClose(c)) {
        add(isOpen(c) ? Kind.OPEN : Kind.CLOSE, at, at + 1);
      } else if (isQuote(c)) {
        add(Kind.PHRASE, at + 1, at, closingQuote(at));
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

  /** Adds a piece that ends with a quote; its text is from a place up to that quote. */
  private void add(Kind kind, int from, int start, int close) {
    lexemes.add(new Lexeme(kind, text.substring(from, close), start, close + 1));
    at = close + 1;
  }

  private int closingQuote(int open) {
    int close = open + 1;
    while (close < text.length() && !isQuote(text.charAt(close))) {
      close++;
    }
    if (close == text.length()) {
      throw new QueryException(
          "this quote is not closed: put a \" after the last word of the phrase", open);
    }
    return close;
  }

  private void readWord() {
    int end = at;
    while (end < text.length() && !endsWord(text.charAt(end))) {
      end++;
    }
    boolean quoted = end < text.length() && isQuote(text.charAt(end));
    String word = text.substring(at, end);
    if (word.charAt(0) == '@') {
      readSubject(word, end, quoted);
    } else if (word.charAt(0) == '=') {
      readExact(end, quoted);
    } else if (!readNamed(word, quoted)) {
      readOperatorOrWord(word, end);
    }
  }

  private void readSubject(String word, int end, boolean quoted) {
    if (word.equals(GROUP) && quoted) {
      add(Kind.GROUP, end + 1, at, closingQuote(end));
      return;
    }
    boolean group = word.startsWith(GROUP);
    String name = word.substring(group ? GROUP.length() : 1);
    lexemes.add(new Lexeme(group ? Kind.GROUP : Kind.SUBJECT, name, at, end));
    at = end;
  }

  private void readExact(int end, boolean quoted) {
    if (quoted && end == at + 1) {
      add(Kind.EXACT, end + 1, at, closingQuote(end));
      return;
    }
    lexemes.add(new Lexeme(Kind.EXACT, text.substring(at + 1, end), at, end));
    at = end;
  }

  /** A zone or an attribute: a known name and a sign. */
  private boolean readNamed(String word, boolean quoted) {
    int sign = 0;
    while (sign < word.length() && !isSign(word.charAt(sign))) {
      sign++;
    }
    if (sign == word.length()) {
      return false;
    }
    String name = word.substring(0, sign).toLowerCase(Locale.ROOT);
    if (word.charAt(sign) == ':'
        && Arrays.stream(Zone.values()).anyMatch(zone -> zone.word().equals(name))) {
      lexemes.add(new Lexeme(Kind.ZONE, name, at, at + sign + 1));
      at += sign + 1;
      return true;
    }
    if (Arrays.stream(Attribute.values()).noneMatch(known -> known.word().equals(name))) {
      return false;
    }
    boolean bare = word.substring(sign).matches("[:<>]=?");
    if (bare && quoted) {
      int close = closingQuote(at + word.length());
      add(Kind.META, at, close + 1);
    } else {
      add(Kind.META, at, at + word.length());
    }
    return true;
  }

  private static boolean isSign(char c) {
    return c == ':' || c == '<' || c == '>';
  }

  private void readOperatorOrWord(String word, int end) {
    Kind kind =
        switch (word) {
          case "AND" -> Kind.AND;
          case "OR" -> Kind.OR;
          case "NOT" -> Kind.NOT;
          case "SENTENCE", "PARAGRAPH" -> Kind.SAME;
          default -> {
            if (word.startsWith("NEAR/") || word.startsWith("ONEAR/")) {
              yield Kind.NEAR;
            }
            yield word.startsWith("ATLEAST/") ? Kind.AT_LEAST : Kind.WORD;
          }
        };
    if (kind == Kind.WORD) {
      boolean afterPhrase =
          !lexemes.isEmpty()
              && lexemes.get(lexemes.size() - 1).kind() == Kind.PHRASE
              && lexemes.get(lexemes.size() - 1).end() == at;
      Foreign.refuse(word, at, afterPhrase);
    }
    lexemes.add(new Lexeme(kind, word, at, end));
    at = end;
  }

  private static boolean endsWord(char c) {
    if (c >= 'a' && c <= 'z') {
      return false; // nearly every character of a query
    }
    return isSpace(c) || isOpen(c) || isClose(c) || isQuote(c);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || Character.isWhitespace(c) || c == '\u00A0' || c == '\u202F';
  }

  /** With the wide ones of East Asian keyboards. */
  private static boolean isOpen(char c) {
    return c == '(' || c == '（';
  }

  private static boolean isClose(char c) {
    return c == ')' || c == '）';
  }

  /** Typewriters', printers' and keyboards' quotes: whatever a text was copied from. */
  static boolean isQuote(char c) {
    return c < 0x80 ? c == '"' : WIDE_QUOTES.indexOf(c) >= 0;
  }
}
