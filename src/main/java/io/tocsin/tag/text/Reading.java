package io.tocsin.tag.text;

import io.tocsin.model.Article;
import io.tocsin.model.Field;
import io.tocsin.model.FieldSpan;
import io.tocsin.model.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * An article, read: its words in reading order over title, summary and body, and its sentences. A
 * field always starts a new sentence.
 *
 * @param article the article
 * @param words all words of all fields
 * @param sentences all sentences; the index is the number that words carry
 */
public record Reading(Article article, List<Word> words, List<FieldSpan> sentences)
    implements TextWords {
  /** Reads an article. */
  public static Reading of(Article article) {
    List<Word> words = new ArrayList<>();
    List<FieldSpan> sentences = new ArrayList<>();
    for (Field field : Field.ALL) {
      String text = article.text(field);
      int sentence = sentences.size() - 1;
      for (Span span : Sentences.of(text)) {
        sentences.add(new FieldSpan(field, span.start(), span.end()));
      }
      for (Token token : Words.of(text)) {
        while (sentence < 0
            || sentences.get(sentence).field() != field
            || sentences.get(sentence).end() <= token.start()) {
          sentence++;
        }
        words.add(new Word(token.folded(), field, token.start(), token.end(), sentence));
      }
    }
    return new Reading(article, words, sentences);
  }

  /** The characters from the start of one word to the end of another of the same field. */
  public String surface(Word first, Word last) {
    return article.text(first.field()).substring(first.start(), last.end());
  }

  /** Whether a sentence belongs to the title, the summary or the lead of the body. */
  public boolean isProminent(int sentence) {
    return sentence < Lead.end(article.text(Field.BODY), sentences);
  }

  @Override
  public int size() {
    return words.size();
  }

  @Override
  public String word(int index) {
    return words.get(index).folded();
  }

  @Override
  public Field field(int index) {
    return words.get(index).field();
  }

  @Override
  public int start(int index) {
    return words.get(index).start();
  }

  @Override
  public int end(int index) {
    return words.get(index).end();
  }

  @Override
  public int sentence(int index) {
    return words.get(index).sentence();
  }
}
