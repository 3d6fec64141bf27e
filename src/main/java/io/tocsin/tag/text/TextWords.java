package io.tocsin.tag.text;

import io.tocsin.model.Article;
import io.tocsin.model.Field;

/** The words of one article in reading order, with their places in the original. */
public interface TextWords {
  /** How many words there are. */
  int size();

  /** What is compared of a word. */
  String word(int index);

  /** The field that a word stands in. */
  Field field(int index);

  /** First UTF-16 unit of a word in its field. */
  int start(int index);

  /** One past the last UTF-16 unit of a word in its field. */
  int end(int index);

  /** Number of the sentence that a word stands in. */
  int sentence(int index);

  /** The article. */
  Article article();
}
