package io.tocsin.tag;

import io.tocsin.model.Alias;
import io.tocsin.model.Subject;
import io.tocsin.model.Weights;
import io.tocsin.tag.query.CommonWords;
import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Looks over one subject by itself. */
final class SubjectLint {
  /** Shorter folded words are ordinary words of some language. */
  private static final int SHORTEST_ALIAS = 3;

  private static final int MOST_OCCURRENCES = 3;

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*/[a-z0-9][a-z0-9._-]*");

  private final Subject subject;
  private final QueryLint.Known known;
  private final List<Finding> findings = new ArrayList<>();

  private SubjectLint(Subject subject, QueryLint.Known known) {
    this.subject = subject;
    this.known = known;
  }

  static List<Finding> check(Subject subject, QueryLint.Known known) {
    SubjectLint lint = new SubjectLint(subject, known);
    lint.checkIdentity();
    lint.checkTexts();
    lint.checkQueries();
    lint.checkContains();
    return lint.findings;
  }

  private void checkIdentity() {
    if (!ID.matcher(subject.id()).matches()) {
      error("the id must be kind/slug in small letters, digits and hyphens, such as place/kp");
    }
    boolean asked = subject.query() != null || subject.weights() != null;
    if (!asked && Spellings.aliases(subject).isEmpty()) {
      error(
          "it has neither an alias nor a query nor weights, so it can never be found: add one of them");
    }
    if (asked && !subject.shorts().isEmpty() && subject.aliases().isEmpty()) {
      warning("its short forms never count, because it has no alias that could come before them");
    }
  }

  private void checkTexts() {
    for (Alias alias : Spellings.aliases(subject)) {
      if (reads("alias", alias.text())) {
        checkLength(alias);
        checkNever(alias);
      }
      alias.needs().forEach(text -> reads("'needs' of alias '" + alias.text() + "'", text));
      alias.never().forEach(text -> reads("'never' of alias '" + alias.text() + "'", text));
      alias.needs().stream()
          .filter(alias.never()::contains)
          .forEach(
              text ->
                  warning(
                      "'" + text + "' is in both needs and never of alias '" + alias.text() + "'"));
    }
    subject.shorts().forEach(text -> reads("short form", text));
    subject.demonyms().forEach(text -> reads("demonym", text));
  }

  private boolean reads(String what, String text) {
    if (text.indexOf('*') >= 0 && text.indexOf('*') < text.strip().length() - 1) {
      error(what + " '" + text + "': * stands only at the end of the last word");
      return false;
    }
    if (Words.folded(text).isEmpty()) {
      error(what + " '" + text + "' holds no letter or digit, so it can never be found");
      return false;
    }
    return true;
  }

  /** An alias stands in every article in which it stands. */
  private void checkNever(Alias alias) {
    Term whole = Term.of(alias.text());
    alias.never().stream()
        .filter(text -> !Words.folded(text).isEmpty())
        .filter(text -> Implication.holds(whole, Term.of(text)))
        .forEach(
            text ->
                warning(
                    "'"
                        + text
                        + "' is a part of alias '"
                        + alias.text()
                        + "' and never may stand in the article, so the alias is never found"));
  }

  private void checkLength(Alias alias) {
    if (isFree(alias) && CommonWords.isOne(Term.of(alias.text()))) {
      warning(
          "alias '"
              + alias.text()
              + "' is a word that stands in nearly every article: write {text: "
              + alias.text()
              + ", case: exact} or give it needs");
      return;
    }
    List<String> words = Words.folded(alias.text());
    String word = words.get(0);
    if (words.size() > 1 || Words.standsAlone(word)) {
      return;
    }
    boolean prefix = alias.text().strip().endsWith("*");
    boolean latin = word.codePoints().allMatch(c -> c < 0x250 && Character.isLetter(c));
    if (latin && word.length() < SHORTEST_ALIAS && (isFree(alias) || prefix)) {
      warning(
          "alias '"
              + alias.text()
              + "' is so short that it finds other words too: write {text: "
              + alias.text()
              + ", case: exact}");
    }
  }

  /** Whether it counts in whatever case and context. */
  private static boolean isFree(Alias alias) {
    return !alias.exactCase() && alias.needs().isEmpty();
  }

  private void checkQueries() {
    Weights weights = subject.weights();
    String text = subject.query() == null ? "" : subject.query();
    try {
      Spellings.query(subject)
          .ifPresent(query -> findings.addAll(QueryLint.check(subject.id(), text, query, known)));
    } catch (IllegalArgumentException e) {
      error(withoutOwner(String.valueOf(e.getMessage())));
      return;
    }
    if (weights != null) {
      long most =
          weights.terms().values().stream()
              .mapToLong(w -> Math.max(0, w) * (long) MOST_OCCURRENCES)
              .sum();
      if (most < weights.threshold()) {
        warning(
            "the weights can reach "
                + most
                + " at most, below the threshold of "
                + weights.threshold());
      }
    }
  }

  private String withoutOwner(String message) {
    String owner = "subject " + subject.id() + ": ";
    return message.startsWith(owner) ? message.substring(owner.length()) : message;
  }

  private void checkContains() {
    for (String part : subject.contains()) {
      if (part.equals(subject.id())) {
        error("it contains itself");
      } else if (!known.subjects().contains(part)) {
        error(
            "it contains '"
                + part
                + "', which is no subject"
                + Nearest.hint(part, known.subjects()));
      }
    }
  }

  private void error(String message) {
    findings.add(Finding.error(subject.id(), message));
  }

  private void warning(String message) {
    findings.add(Finding.warning(subject.id(), message));
  }
}
