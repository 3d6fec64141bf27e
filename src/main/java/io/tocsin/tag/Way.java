package io.tocsin.tag;

import io.tocsin.model.Form;
import io.tocsin.tag.text.TextWords;

/**
 * A way to write a person at one place of an article, for whom words around it are looked at.
 *
 * @param subject number
 * @param form what finding it means
 * @param ofPerson whether the subject is a person
 * @param bare whether it is a single word that is a person's name by itself
 * @param isExact whether only its very spelling counts
 * @param isBeginning whether of its last word only the beginning is given
 * @param firstWord the first of its folded words
 */
record Way(
    Integer subject,
    Form form,
    boolean ofPerson,
    boolean bare,
    boolean isExact,
    boolean isBeginning,
    String firstWord)
    implements Claimant<Integer> {

  static Way of(Lexicon lexicon, int way, TextWords words, int first) {
    Conditions conditions = lexicon.conditions(way);
    String beginning = conditions == null ? "" : conditions.beginning();
    return new Way(
        lexicon.subject(way),
        lexicon.form(way),
        lexicon.isOfPerson(way),
        lexicon.isBare(way),
        conditions != null && conditions.isExact(),
        !beginning.isEmpty(),
        beginning.isEmpty() ? words.word(first) : beginning);
  }
}
