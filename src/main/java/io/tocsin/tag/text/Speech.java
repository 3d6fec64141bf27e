package io.tocsin.tag.text;

import java.util.Set;

/** Whether a sentence goes on after a quote with who said it: "Why?" Smith asked. */
final class Speech {
  private static final Set<String> VERBS =
      Set.of(
          "said",
          "says",
          "asked",
          "asks",
          "told",
          "added",
          "replied",
          "wrote",
          "writes",
          "tweeted",
          "shouted",
          "wondered",
          "cried",
          "answered",
          "declared");

  /** How many words may stand before the verb: "the mayor said", "Mary Ann Smith said". */
  private static final int MOST_WORDS = 4;

  private static final int LONGEST_WORD = 20;

  private Speech() {}

  /** Whether one of the words from here on is such a verb, before any comma or stop. */
  static boolean follows(String text, int from) {
    int at = from;
    for (int word = 0; word < MOST_WORDS; word++) {
      int first = at;
      while (at < text.length()
          && at - first < LONGEST_WORD
          && Character.isLetter(text.charAt(at))) {
        at++;
      }
      if (VERBS.contains(text.substring(first, at))) {
        return word > 0;
      }
      if (at == first || at == text.length() || text.charAt(at) != ' ') {
        return false;
      }
      at++;
    }
    return false;
  }
}
