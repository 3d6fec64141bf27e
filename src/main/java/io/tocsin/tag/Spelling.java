package io.tocsin.tag;

import io.tocsin.model.Alias;
import io.tocsin.model.Form;
import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.text.Reading;
import io.tocsin.tag.text.Word;
import io.tocsin.tag.text.Words;
import java.util.List;
import java.util.Set;

/**
 * One way to write one subject, compiled.
 *
 * @param subject id
 * @param form what finding it means
 * @param term its folded words
 * @param exact its words as written, when only those count; else empty
 * @param capital whether it must begin with a capital where capitals say anything: "May" is no
 *     month and no verb
 * @param needs one of these must stand in the article; empty when no context is needed
 * @param never none of these may stand in the article
 */
record Spelling(
    String subject,
    Form form,
    Term term,
    List<String> exact,
    boolean capital,
    List<Term> needs,
    List<Term> never)
    implements Claimant<String> {

  /** Subjects of this kind are named by surname. */
  private static final String PERSON = "person/";

  /** An alias of a subject. */
  static Spelling alias(String subject, Alias alias) {
    List<String> exact = alias.exactCase() ? Words.exact(alias.text()) : List.of();
    return new Spelling(
        subject,
        Form.NAME,
        Term.of(alias.text()),
        exact,
        false,
        terms(alias.needs()),
        terms(alias.never()));
  }

  /**
   * A short form or demonym of a subject: ordinary words too often, so that a capital it is written
   * with counts.
   */
  static Spelling loose(String subject, Form form, String text) {
    boolean capital = beginsWithCapital(text);
    return new Spelling(subject, form, Term.of(text), List.of(), capital, List.of(), List.of());
  }

  /** Whether the first character of a text, blanks aside, is a capital. */
  static boolean beginsWithCapital(String text) {
    return !text.isBlank() && Character.isUpperCase(text.strip().codePointAt(0));
  }

  /**
   * Another form of the same name under the same conditions; one that begins with a capital must be
   * found with one, because nobody looked over the generated forms (Чад, and чада: children).
   */
  Spelling inflected(String text) {
    List<String> exactForm = exact.isEmpty() ? exact : Words.exact(text);
    boolean needsCapital = Character.isUpperCase(text.codePointAt(0));
    return new Spelling(subject, form, Term.of(text), exactForm, needsCapital, needs, never);
  }

  private static List<Term> terms(List<String> texts) {
    return texts.stream().map(Term::of).toList();
  }

  @Override
  public boolean ofPerson() {
    return isPerson(subject);
  }

  /** Whether an id is a person's. */
  static boolean isPerson(String subject) {
    return subject.startsWith(PERSON);
  }

  /** Other persons, houses, streets and things may bear it too. */
  @Override
  public boolean bare() {
    return form == Form.NAME && ofPerson() && term.words().size() == 1;
  }

  @Override
  public boolean isExact() {
    return !exact.isEmpty();
  }

  @Override
  public boolean isBeginning() {
    return term.prefix();
  }

  @Override
  public String firstWord() {
    return term.words().get(0);
  }

  /**
   * Whether it begins with the first name of a person, which then stands for the person: not when
   * it holds a title, nor when it means the person only in some articles.
   */
  boolean tellsFirstName() {
    return full()
        && ofPerson()
        && needs.isEmpty()
        && never.isEmpty()
        && term.words().stream().noneMatch(SenseWords::isTitle);
  }

  /** Whether the words of an article, whose folds are equal, are written as they must be. */
  boolean fits(Reading reading, int at, int length, Casing casing) {
    Word first = reading.words().get(at);
    String text = reading.article().text(first.field());
    if (capital
        && casing.isTelling(first.field())
        && !Character.isUpperCase(text.codePointAt(first.start()))) {
      return false;
    }
    for (int i = 0; i < exact.size(); i++) {
      Word word = reading.words().get(at + i);
      String written = Words.exact(text, word.start(), word.end());
      boolean beginning = term.prefix() && i == length - 1;
      if (beginning ? !written.startsWith(exact.get(i)) : !written.equals(exact.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether an article in which these terms stand is one where it means the subject. */
  boolean contextHolds(Set<Term> standing) {
    return (needs.isEmpty() || needs.stream().anyMatch(standing::contains))
        && never.stream().noneMatch(standing::contains);
  }
}
