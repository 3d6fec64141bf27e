package io.tocsin.tag;

import io.tocsin.model.Alias;
import io.tocsin.model.Form;
import io.tocsin.model.Subject;
import io.tocsin.tag.Lexicon.Kind;
import io.tocsin.tag.forms.Forms;
import io.tocsin.tag.match.Phrases;
import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.text.Scan;
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
  private final Scan scan = Scan.wordsOnly();

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
    if (!subject.name().endsWith("*") && subject.aliases().stream().allMatch(Ways::isPlain)) {
      addPlain(subject, number);
      return;
    }
    for (Spelling spelling : Spellings.of(subject)) {
      written.set(add(spelling, number));
    }
  }

  /**
   * Adds the inflected forms of aliases that have a language, once all subjects are in: nobody
   * wrote these forms down, so they yield to whatever somebody did.
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
    boolean person = Spelling.isPerson(subject.id());
    int name = isNamed ? -1 : phrases.add(subject.name());
    for (Alias alias : subject.aliases()) {
      isNamed |=
          addPlain(subject, number, alias.text(), new Kind(Form.NAME, false, person)) == name;
    }
    if (!isNamed && name >= 0) {
      enterPlain(name, number, subject.name(), new Kind(Form.NAME, false, person));
    }
    for (String text : subject.shorts()) {
      addPlain(subject, number, text, loose(Form.SHORT, text, person));
    }
    for (String text : subject.demonyms()) {
      addPlain(subject, number, text, loose(Form.DEMONYM, text, person));
    }
  }

  private static Kind loose(Form form, String text, boolean person) {
    return new Kind(form, Spelling.beginsWithCapital(text), person);
  }

  private int addPlain(Subject subject, int number, String text, Kind kind) {
    if (text.endsWith("*")) {
      Spelling spelling = Spellings.loose(subject, kind.form(), text);
      int phrase = add(spelling, number);
      written.set(phrase);
      return phrase;
    }
    int phrase = phrases.add(text);
    if (phrase < 0) {
      throw Spellings.empty(subject, text);
    }
    enterPlain(phrase, number, text, kind);
    return phrase;
  }

  private void enterPlain(int phrase, int number, String text, Kind kind) {
    int words = 0;
    if (kind.person()) {
      scan.read(text);
      words = scan.size();
      if (kind.form() == Form.NAME && words > 1 && !isTitled()) {
        lexicon.addFirstName(number, scan.keys()[0]);
      }
    }
    lexicon.add(phrase, number, kind, words, null);
    written.set(phrase);
  }

  /** An alias that holds a title does not begin with a first name. */
  private boolean isTitled() {
    for (int word = 0; word < scan.size(); word++) {
      if (SenseWords.isTitle(scan.keys()[word])) {
        return true;
      }
    }
    return false;
  }

  private int add(Spelling spelling, int number) {
    int phrase = phrases.add(spelling.term().words(), spelling.term().prefix());
    enter(phrase, spelling, number);
    return phrase;
  }

  private void enter(int phrase, Spelling spelling, int number) {
    List<String> words = spelling.term().words();
    Kind kind = new Kind(spelling.form(), spelling.capital(), spelling.ofPerson());
    if (spelling.tellsFirstName()) {
      lexicon.addFirstName(number, SenseWords.key(words.get(0)));
    }
    lexicon.add(phrase, number, kind, words.size(), conditions(spelling));
  }

  private @Nullable Conditions conditions(Spelling spelling) {
    if (spelling.exact().isEmpty()
        && spelling.needs().isEmpty()
        && spelling.never().isEmpty()
        && !spelling.term().prefix()) {
      return null;
    }
    return new Conditions(
        spelling.exact(),
        spelling.term().prefix() ? spelling.firstWord() : "",
        numbers(spelling.needs()),
        numbers(spelling.never()));
  }

  private int[] numbers(List<Term> terms) {
    return terms.stream().mapToInt(term -> phrases.add(term.words(), term.prefix())).toArray();
  }
}
