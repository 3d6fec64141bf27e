package io.tocsin.tag;

import io.tocsin.model.Alias;
import io.tocsin.model.Form;
import io.tocsin.model.Subject;
import io.tocsin.tag.match.Phrases;
import io.tocsin.tag.query.Query.Term;

/**
 * Enters the ways to write subjects into a lexicon that is being compiled. A plain alias, of which
 * a watchlist may have a million, goes straight from its text into the phrases.
 */
final class Ways {
  private final Phrases.Builder phrases;
  private final Lexicon.Builder lexicon;

  Ways(Phrases.Builder phrases, Lexicon.Builder lexicon) {
    this.phrases = phrases;
    this.lexicon = lexicon;
  }

  /**
   * Adds every way to write a subject.
   *
   * @throws IllegalArgumentException when one of them folds to nothing; the message names it
   */
  void add(Subject subject, int number) {
    for (Spelling spelling : Spellings.of(subject)) {
      add(spelling, number);
    }
  }

  private void add(Spelling spelling, int number) {
    int phrase = phrases.add(spelling.term().words(), spelling.term().prefix());
    lexicon.add(phrase, number, spelling.form(), spelling.capital(), conditions(spelling));
  }

  private @org.jspecify.annotations.Nullable Conditions conditions(Spelling spelling) {
    if (spelling.exact().isEmpty() && spelling.needs().isEmpty() && spelling.never().isEmpty()) {
      return null;
    }
    return new Conditions(
        spelling.exact(),
        spelling.term().prefix(),
        numbers(spelling.needs()),
        numbers(spelling.never()));
  }

  private int[] numbers(java.util.List<Term> terms) {
    return terms.stream().mapToInt(term -> phrases.add(term.words(), term.prefix())).toArray();
  }
}
