package io.tocsin.cli.conll;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts tokens together to text as it may have been printed: no space before a comma or after an
 * opening bracket, so that capitals, initials and possessives stand as in an article.
 */
final class DocumentBuilder {
  private final List<String> tokens = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();
  private final List<Integer> starts = new ArrayList<>();
  private final List<Boolean> opens = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private boolean sentenceOpens = true;
  private boolean quoted;
  private boolean glued = true;
  private int sentences;

  void token(String token, String label) {
    boolean quote = token.equals("\"");
    boolean closes = quote && quoted;
    boolean tight = closes || isTrailing(token);
    if (sentenceOpens) {
      text.append(text.length() == 0 ? "" : "\n\n");
      sentences++;
      quoted = false;
    } else if (!glued && !tight) {
      text.append(' ');
    }
    starts.add(text.length());
    tokens.add(token);
    labels.add(label);
    opens.add(sentenceOpens);
    text.append(token);
    quoted = quote ? !quoted : quoted;
    glued = (quote && !closes) || token.equals("(") || token.equals("[") || token.equals("$");
    sentenceOpens = false;
  }

  private static boolean isTrailing(String token) {
    char first = token.charAt(0);
    return token.length() == 1
        ? ",.;:?!)]%".indexOf(first) >= 0
        : first == '\'' || token.equals("n't");
  }

  void endSentence() {
    sentenceOpens = true;
  }

  boolean isEmpty() {
    return tokens.isEmpty();
  }

  int sentences() {
    return sentenceOpens ? sentences : sentences - 1;
  }

  ConllDocument build() {
    return new ConllDocument(tokens, labels, starts, opens, text.toString());
  }
}
