package io.tocsin.cli.conll;

import io.tocsin.model.Article;
import java.util.List;

/**
 * One labelled article: its tokens with the place of each in the text that was put together from
 * them, and the end of each sentence.
 *
 * @param tokens in order
 * @param labels of the tokens, as in the file
 * @param starts first UTF-16 unit of each token in {@code text}
 * @param opensSentence whether a sentence begins with the token
 * @param text sentences with an empty line between them
 */
record ConllDocument(
    List<String> tokens,
    List<String> labels,
    List<Integer> starts,
    List<Boolean> opensSentence,
    String text) {

  /** The text as the body of an article. */
  Article article() {
    return new Article(null, null, null, null, null, text, "en", null, List.of(), null, null);
  }

  int size() {
    return tokens.size();
  }

  int end(int token) {
    return starts.get(token) + tokens.get(token).length();
  }
}
