package io.tocsin.tag;

import io.tocsin.model.Form;
import io.tocsin.tag.text.TextWords;
import org.jspecify.annotations.Nullable;

/**
 * A way to write a subject at one place of an article, as the lexicon has it; what it is asked for
 * is looked up then, since most places are decided by one question.
 */
final class Way implements Claimant<Integer> {
  private final Lexicon lexicon;
  private final int way;
  private final TextWords words;
  private final int first;
  private final @Nullable Conditions conditions;

  /**
   * @param way number in the lexicon
   * @param words of the article
   * @param first index of the first word of the place
   */
  Way(Lexicon lexicon, int way, TextWords words, int first) {
    this.lexicon = lexicon;
    this.way = way;
    this.words = words;
    this.first = first;
    this.conditions = lexicon.conditions(way);
  }

  @Override
  public Integer subject() {
    return lexicon.subject(way);
  }

  @Override
  public Form form() {
    return lexicon.form(way);
  }

  @Override
  public boolean ofPerson() {
    return lexicon.isOfPerson(way);
  }

  @Override
  public boolean bare() {
    return lexicon.isBare(way);
  }

  @Override
  public boolean isExact() {
    return conditions != null && conditions.isExact();
  }

  @Override
  public boolean isBeginning() {
    return !beginning().isEmpty();
  }

  @Override
  public String firstWord() {
    String beginning = beginning();
    return beginning.isEmpty() ? words.word(first) : beginning;
  }

  private String beginning() {
    return conditions == null ? "" : conditions.beginning();
  }
}
