package io.tocsin.tag.query;

import io.tocsin.model.Article;
import io.tocsin.model.FieldSpan;
import java.util.List;

/**
 * Which sentences share a paragraph: those of one field between which no line breaks. A blank line
 * always ends a sentence, and a line break inside a sentence only wraps it.
 */
public final class Paragraphs {
  private Paragraphs() {}

  /** The number of the paragraph of each sentence of an article, counted from 0. */
  public static int[] of(Article article, List<FieldSpan> sentences) {
    int[] paragraphs = new int[sentences.size()];
    for (int i = 1; i < paragraphs.length; i++) {
      FieldSpan before = sentences.get(i - 1);
      FieldSpan sentence = sentences.get(i);
      boolean same =
          before.field() == sentence.field()
              && !breaks(article.text(sentence.field()), before.end(), sentence.start());
      paragraphs[i] = paragraphs[i - 1] + (same ? 0 : 1);
    }
    return paragraphs;
  }

  private static boolean breaks(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n' || text.charAt(i) == '\u2029') {
        return true;
      }
    }
    return false;
  }
}
