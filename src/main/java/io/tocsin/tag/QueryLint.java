package io.tocsin.tag;

import io.tocsin.model.Subject;
import io.tocsin.tag.query.CommonWords;
import io.tocsin.tag.query.Query;
import io.tocsin.tag.query.Query.About;
import io.tocsin.tag.query.Query.Anchor;
import io.tocsin.tag.query.Query.Group;
import io.tocsin.tag.query.Query.Near;
import io.tocsin.tag.query.Query.Not;
import io.tocsin.tag.query.Query.Or;
import io.tocsin.tag.query.Query.Same;
import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.query.Query.Weighted;
import io.tocsin.tag.query.QueryPrinter;
import io.tocsin.tag.query.QuotedOperators;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks over one query that can be read: what it asks for that is not there, what can never match,
 * matches nearly everything, costs much, or does nothing.
 */
final class QueryLint {
  /** A beginning of so few letters stands in most articles. */
  private static final int SHORT_PREFIX = 3;

  /** More of them are hardly meant, and each is looked up at every word that begins so. */
  private static final int MOST_SHORT_PREFIXES = 100;

  /** Alternatives are compared each with each. */
  private static final int MOST_COMPARED = 300;

  private final String id;
  private final List<Finding> findings = new ArrayList<>();

  private QueryLint(String id) {
    this.id = id;
  }

  /**
   * Checks a query.
   *
   * @param id of its subject or rule
   * @param text as written; empty for weights
   * @param subjects what it may ask for
   */
  static List<Finding> check(String id, String text, Query query, Known subjects) {
    QueryLint lint = new QueryLint(id);
    lint.checkReferences(query, subjects);
    NeverMatches.reason(query).ifPresentOrElse(lint::warning, () -> lint.checkCost(query));
    lint.checkOperands(query);
    QuotedOperators.in(text).forEach(lint::warning);
    return lint.findings;
  }

  /**
   * What queries can refer to.
   *
   * @param subjects ids
   * @param groups names
   */
  record Known(Set<String> subjects, Set<String> groups) {
    static Known of(List<Subject> all) {
      Set<String> subjects = new HashSet<>();
      Set<String> groups = new TreeSet<>();
      all.forEach(
          subject -> {
            subjects.add(subject.id());
            groups.addAll(subject.groups());
          });
      return new Known(subjects, groups);
    }
  }

  private void checkReferences(Query query, Known known) {
    for (Anchor anchor : query.anchors()) {
      if (anchor instanceof About about && !known.subjects().contains(about.subject())) {
        String name = about.subject();
        findings.add(
            Finding.error(
                id,
                "the query asks for @"
                    + name
                    + ", which is no subject"
                    + Nearest.hint(name, known.subjects())));
      } else if (anchor instanceof Group group && !known.groups().contains(group.name())) {
        warning(
            "no subject is in the group of @group/"
                + group.name()
                + Nearest.hint(group.name(), known.groups()));
      }
    }
  }

  private void checkCost(Query query) {
    if (isNearlyAlways(query)) {
      warning("the query matches nearly everything: its words stand in nearly every article");
      return;
    }
    for (Anchor anchor : query.required()) {
      if (anchor instanceof Term term && CommonWords.isOne(term)) {
        warning(
            "the query is tried on nearly every article, because '"
                + QueryPrinter.print(term)
                + "' stands in them: join something rarer to it with AND, or put it into a phrase");
        break;
      }
    }
    long shortPrefixes =
        query.terms().stream()
            .filter(term -> term.prefix() && term.words().size() == 1)
            .filter(term -> term.words().get(0).length() <= SHORT_PREFIX)
            .count();
    if (shortPrefixes > MOST_SHORT_PREFIXES) {
      warning(
          "the query has "
              + shortPrefixes
              + " wildcards after 3 letters, which stand in most articles: write more letters");
    }
  }

  private static boolean isNearlyAlways(Query query) {
    if (query instanceof Term term) {
      return CommonWords.isOne(term);
    }
    if (query instanceof Or) {
      return query.operands().stream().anyMatch(QueryLint::isNearlyAlways);
    }
    if (query instanceof Not || query instanceof Weighted || query.operands().isEmpty()) {
      return false;
    }
    return query.operands().stream().allMatch(QueryLint::isNearlyAlways);
  }

  private void checkOperands(Query query) {
    List<Query> operands = query.operands();
    Set<Query> distinct = new HashSet<>();
    for (Query operand : operands) {
      if (!distinct.add(operand)) {
        boolean near = query instanceof Near || query instanceof Same;
        warning(
            QueryPrinter.print(operand)
                + " stands twice beside itself"
                + (near ? ": for a word that is repeated write ATLEAST/2" : ": once is enough"));
      }
    }
    if (query instanceof Or && operands.size() <= MOST_COMPARED) {
      checkAlternatives(new ArrayList<>(distinct.size() == operands.size() ? operands : distinct));
    }
    operands.forEach(this::checkOperands);
  }

  /** An alternative that another one covers adds nothing. */
  private void checkAlternatives(List<Query> alternatives) {
    for (Query one : alternatives) {
      for (Query other : alternatives) {
        if (!one.equals(other) && one instanceof Term && Implication.holds(one, other)) {
          warning(
              "in OR, '"
                  + QueryPrinter.print(one)
                  + "' adds nothing to '"
                  + QueryPrinter.print(other)
                  + "', which stands wherever it does");
          break;
        }
      }
    }
  }

  private void warning(String message) {
    findings.add(Finding.warning(id, message));
  }
}
