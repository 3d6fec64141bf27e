package io.tocsin.tag;

import io.tocsin.model.Alias;
import io.tocsin.model.Form;
import io.tocsin.model.Subject;
import io.tocsin.tag.forms.Forms;
import io.tocsin.tag.match.Phrases;
import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.text.Words;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Enters the ways to write subjects into a lexicon that is being compiled. Subjects whose aliases
 * have no conditions, of which a watchlist may have a million, go from their texts into the phrases
 * without anything in between.
 */
final class Ways {
  private final Phrases.Builder phrases;
  private final Lexicon.Builder lexicon;
  private final BitSet written = new BitSet();

  Ways(Phrases.Builder phrases, Lexicon.Builder lexicon) {
    this.phrases = phrases;
    this.lexicon = lexicon;
  }

  /**
   * Adds every way to write a subject that stands in the watchlist.
   *
   * @throws IllegalArgumentException when one of them folds to nothing; the message names it
   */
  void add(Subject subject, int number) {
    if (subject.aliases().stream().allMatch(Ways::isPlain)) {
      addPlain(subject, number);
      return;
    }
    for (Spelling spelling : Spellings.of(subject)) {
      written.set(add(spelling, number));
    }
  }

  /**
   * Adds the inflected forms of aliases that have a language, once all subjects are in: nobody wrote
   * these forms down, so they yield to whatever somebody did.
   */
  void addForms(Subject subject, int number) {
    Set<Spelling> forms = new LinkedHashSet<>();
    for (Alias alias : subject.aliases()) {
      String language = alias.language();
      if (language != null) {
        Spelling base = Spelling.alias(subject.id(), alias);
        Forms.of(alias.text(), language).forEach(form -> forms.add(base.inflected(form)));
      }
    }
    for (Spelling form : forms) {
      int phrase = phrases.add(form.term().words(), form.term().prefix());
      if (!written.get(phrase)) {
        enter(phrase, form, number);
      }
    }
  }

  private static boolean isPlain(Alias alias) {
    return !alias.exactCase()
        && alias.needs().isEmpty()
        && alias.never().isEmpty()
        && !alias.text().endsWith("*");
  }

  private void addPlain(Subject subject, int number) {
    boolean isNamed = subject.query() != null || subject.weights() != null;
    int name = isNamed ? -1 : phrases.add(subject.name());
    for (Alias alias : subject.aliases()) {
      isNamed |= addPlain(subject, number, alias.text(), Form.NAME) == name;
    }
    if (!isNamed && name >= 0) {
      lexicon.add(name, number, Form.NAME, false, null);
      written.set(name);
    }
    subject.shorts().forEach(text -> addPlain(subject, number, text, Form.SHORT));
    subject.demonyms().forEach(text -> addPlain(subject, number, text, Form.DEMONYM));
  }

  private int addPlain(Subject subject, int number, String text, Form form) {
    int phrase = text.endsWith("*") ? beginning(text) : phrases.add(text);
    if (phrase < 0) {
      throw new IllegalArgumentException(
          "subject "
              + subject.id()
              + ": '"
              + text
              + "': '"
              + text
              + "' holds no letter or digit to look for");
    }
    lexicon.add(phrase, number, form, form != Form.NAME && Spelling.beginsWithCapital(text), null);
    written.set(phrase);
    return phrase;
  }

  private int beginning(String text) {
    List<String> words = Words.folded(text);
    return words.isEmpty() ? -1 : phrases.add(words, true);
  }

  private int add(Spelling spelling, int number) {
    int phrase = phrases.add(spelling.term().words(), spelling.term().prefix());
    enter(phrase, spelling, number);
    return phrase;
  }

  private void enter(int phrase, Spelling spelling, int number) {
    lexicon.add(phrase, number, spelling.form(), spelling.capital(), conditions(spelling));
  }

  private @Nullable Conditions conditions(Spelling spelling) {
    if (spelling.exact().isEmpty() && spelling.needs().isEmpty() && spelling.never().isEmpty()) {
      return null;
    }
    return new Conditions(
        spelling.exact(),
        spelling.term().prefix(),
        numbers(spelling.needs()),
        numbers(spelling.never()));
  }

  private int[] numbers(List<Term> terms) {
    return terms.stream().mapToInt(term -> phrases.add(term.words(), term.prefix())).toArray();
  }
}
