package io.tocsin.tag;

import io.tocsin.model.Alias;
import io.tocsin.model.Subject;
import io.tocsin.tag.forms.Forms;
import io.tocsin.tag.query.Query.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The inflected forms of all aliases that have a language.
 *
 * <p>Nobody wrote them down, so they yield to whatever somebody did: words that are an alias, short
 * form or demonym of any subject stay what they are. Lint does not look at them.
 */
final class PlainForms {
  private PlainForms() {}

  /**
   * Only the generated ones.
   *
   * @param written every spelling that stands in the watchlist
   */
  static List<Spelling> of(List<Subject> subjects, Collection<Spelling> written) {
    Set<Term> taken = new HashSet<>(written.size() * 2);
    written.forEach(spelling -> taken.add(spelling.term()));
    List<Spelling> generated = new ArrayList<>();
    for (Subject subject : subjects) {
      Set<Spelling> ofSubject = new LinkedHashSet<>();
      for (Alias alias : subject.aliases()) {
        add(subject, alias, taken, ofSubject);
      }
      generated.addAll(ofSubject);
    }
    return generated;
  }

  private static void add(Subject subject, Alias alias, Set<Term> taken, Set<Spelling> spellings) {
    String language = alias.language();
    if (language == null) {
      return;
    }
    Spelling base = Spelling.alias(subject.id(), alias);
    for (String form : Forms.of(alias.text(), language)) {
      Spelling spelling = base.inflected(form);
      if (!taken.contains(spelling.term())) {
        spellings.add(spelling);
      }
    }
  }
}
