package io.tocsin.tag.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds operators that stand inside quotes, where they are words to look for. */
public final class QuotedOperators {
  private static final Set<String> OPERATORS =
      Set.of("AND", "OR", "NOT", "SENTENCE", "PARAGRAPH", "NEAR", "ONEAR", "ATLEAST");

  private QuotedOperators() {}

  /**
   * What to say of each phrase that looks like a query in quotes.
   *
   * @param text a query that can be read
   */
  public static List<String> in(String text) {
    List<String> warnings = new ArrayList<>();
    for (Lexeme lexeme : Lexer.lex(text)) {
      if (lexeme.kind() != Lexeme.Kind.PHRASE) {
        continue;
      }
      String[] words = lexeme.text().strip().split("\\s+", -1);
      for (int i = 1; i < words.length - 1; i++) {
        int slash = words[i].indexOf('/');
        String word = slash < 0 ? words[i] : words[i].substring(0, slash);
        if (OPERATORS.contains(word) || word.equals("or")) {
          warnings.add(
              "in the phrase \""
                  + lexeme.shown()
                  + "\" the word '"
                  + words[i]
                  + "' is looked for as a word: an operator stands outside the quotes");
          break;
        }
      }
    }
    return warnings;
  }
}
