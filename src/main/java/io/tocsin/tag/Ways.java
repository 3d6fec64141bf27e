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
  private static final Kind PERSON = new Kind(Form.NAME, false, true);
  private static final Kind OTHER = new Kind(Form.NAME, false, false);

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
    if (!subject.name().endsWith("*") && arePlain(subject.aliases())) {
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
    if (!isInLanguage(subject.aliases())) {
      return;
    }
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

  private static boolean isInLanguage(List<Alias> aliases) {
    for (Alias alias : aliases) {
      if (alias.language() != null) {
        return true;
      }
    }
    return false;
  }

  private static boolean arePlain(List<Alias> aliases) {
    for (Alias alias : aliases) {
      if (alias.exactCase()
          || !alias.needs().isEmpty()
          || !alias.never().isEmpty()
          || alias.text().endsWith("*")) {
        return false;
      }
    }
    return true;
  }

  private void addPlain(Subject subject, int number) {
    boolean isNamed = subject.query() != null || subject.weights() != null;
    boolean person = Spelling.isPerson(subject.id());
    Kind kind = person ? PERSON : OTHER;
    for (Alias alias : subject.aliases()) {
      addPlain(subject, number, alias.text(), kind);
      isNamed |= alias.text().equals(subject.name()); // most names are aliases, letter by letter
    }
    if (!isNamed) {
      addName(subject, number, kind);
    }
    for (String text : subject.shorts()) {
      addPlain(subject, number, text, loose(Form.SHORT, text, person));
    }
    for (String text : subject.demonyms()) {
      addPlain(subject, number, text, loose(Form.DEMONYM, text, person));
    }
  }

  /** Adds the name unless an alias has the same words, written in another way. */
  private void addName(Subject subject, int number, Kind kind) {
    int name = phrases.add(subject.name());
    if (name < 0) {
      return;
    }
    for (Alias alias : subject.aliases()) {
      if (phrases.add(alias.text()) == name) {
        return;
      }
    }
    enterPlain(name, number, subject.name(), kind);
  }

  private static Kind loose(Form form, String text, boolean person) {
    return new Kind(form, Spelling.beginsWithCapital(text), person);
  }

  private void addPlain(Subject subject, int number, String text, Kind kind) {
    if (text.endsWith("*")) {
      written.set(add(Spellings.loose(subject, kind.form(), text), number));
      return;
    }
    int phrase = phrases.add(text);
    if (phrase < 0) {
      throw Spellings.empty(subject, text);
    }
    enterPlain(phrase, number, text, kind);
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
