package io.tocsin.tag.query;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Refuses what other search systems write: taken as words, it would silently mean something else.
 */
final class Foreign {
  private static final String QUOTES = "; to look for the word itself put it in quotes";

  /** Operators of other systems, and what says the same here. */
  private static final Map<String, String> OPERATORS =
      Map.of(
          "ADJ", "neighbours in order are a phrase, \"a b\", or a ONEAR/2 b",
          "WITHIN", "words near each other are a NEAR/5 b, in order a ONEAR/5 b",
          "XOR", "write (a OR b) AND NOT (a AND b)",
          "ANDNOT", "write AND NOT",
          "BUTNOT", "write AND NOT",
          "NEAR", "NEAR needs a distance: NEAR/5",
          "ONEAR", "ONEAR needs a distance: ONEAR/5",
          "ATLEAST", "ATLEAST needs a number: ATLEAST/3 missile*");

  /** {@code w/5}, {@code PRE/3}, {@code near/5}: an operator with a distance. */
  private static final Pattern DISTANCE = Pattern.compile("[A-Za-z]{1,12}/[0-9]{1,4}");

  /** The same without a slash; one letter and a number is a word, such as G7. */
  private static final Pattern GLUED =
      Pattern.compile("(?:NEAR|ONEAR|ADJ|WITHIN|ATLEAST)[0-9]{1,4}");

  private static final String SIGNS = "/:=<>@~^[]{}|\\&!+";

  private Foreign() {}

  /**
   * Refuses a word that is none.
   *
   * @param word as written
   * @param at its offset in the query
   * @param afterPhrase whether it touches a phrase before it
   */
  static void refuse(String word, int at, boolean afterPhrase) {
    String operator = OPERATORS.get(word);
    if (operator != null) {
      throw new QueryException(
          word
              + (operator.startsWith(word)
                  ? operator.substring(word.length())
                  : " is no operator here: " + operator)
              + QUOTES,
          at);
    }
    if (afterPhrase) {
      refuseAfterPhrase(word, at);
    }
    refuseDistance(word, at);
    refuseBeginning(word, at);
    for (int i = 0; i < word.length(); i++) {
      if (SIGNS.indexOf(word.charAt(i)) >= 0) {
        throw refused(word, i, at);
      }
    }
  }

  private static void refuseAfterPhrase(String word, int at) {
    if (word.startsWith("*")) {
      throw new QueryException("put the * inside the quotes: \"asset freez*\"", at);
    }
    if (word.startsWith("~")) {
      throw new QueryException("a distance is written between two operands: a NEAR/5 b", at);
    }
  }

  private static void refuseDistance(String word, int at) {
    char last = word.charAt(word.length() - 1);
    if (last < '0' || last > '9') {
      return; // most words: not worth a matcher
    }
    if (GLUED.matcher(word).matches()) {
      throw new QueryException("a number follows a slash: NEAR/5, ONEAR/5, ATLEAST/3" + QUOTES, at);
    }
    if (!DISTANCE.matcher(word).matches()) {
      return;
    }
    String name = word.substring(0, word.indexOf('/')).toLowerCase(Locale.ROOT);
    String number = word.substring(name.length() + 1);
    String fix =
        switch (name) {
          case "near", "onear", "atleast" ->
              "operators are written in capitals: " + name.toUpperCase(Locale.ROOT) + "/" + number;
          case "pre", "p", "onear/", "fby" -> "write ONEAR/" + number + " for words in this order";
          case "s", "sentence" -> "write SENTENCE, without a number";
          case "paragraph", "para" -> "write PARAGRAPH, without a number";
          default -> "write NEAR/" + number + ", or ONEAR/" + number + " for words in this order";
        };
    throw new QueryException(word + " is no operator here: " + fix + QUOTES, at);
  }

  private static void refuseBeginning(String word, int at) {
    char first = word.charAt(0);
    String fix =
        switch (first) {
          case '/' ->
              "regular expressions are not in this language: use missil*, organi?ation, or OR";
          case '+' -> "what must be there is joined with AND, so take the + away";
          case '-', '−', '–' ->
              "what must not be there is written AND NOT, in place of the " + first;
          case '!' -> "write NOT, or AND NOT between two operands, in place of !";
          case '&' -> "write AND in place of &";
          case '|' -> "write OR in place of |";
          case '[' -> "there are no ranges here; for times write published>=2024-01-31";
          default -> "";
        };
    if (!fix.isEmpty()) {
      throw new QueryException(fix, at);
    }
  }

  private static QueryException refused(String word, int i, int at) {
    String name = word.substring(0, i);
    String lower = name.toLowerCase(Locale.ROOT);
    String rest = word.substring(i + 1);
    String fix =
        "'"
            + word.charAt(i)
            + "' means nothing outside quotes; put the word in quotes to look for it as text";
    switch (word.charAt(i)) {
      case ':' -> {
        if (List.of("near", "within", "adj", "w").contains(lower)) {
          fix = "words near each other are written a NEAR/5 b";
        } else if (name.chars().allMatch(Character::isLetter)) {
          fix =
              "'"
                  + cut(name)
                  + ":' is no field; the fields are title:, summary:, lead:, body:, and source:,"
                  + " language:, section:, published:"
                  + QUOTES;
        }
      }
      case '=' -> {
        if (name.chars().allMatch(Character::isLetter)) {
          fix = "a field is written with a colon: " + cut(lower) + ":" + cut(rest);
        }
      }
      case '~', '^' ->
          fix =
              "nothing here is fuzzy or boosted: use *, ? or OR; weights are a subject's 'weights'";
      default -> {}
    }
    return new QueryException(fix, at + i);
  }

  private static String cut(String text) {
    return text.length() <= 30 ? text : text.substring(0, 30) + "…";
  }
}
