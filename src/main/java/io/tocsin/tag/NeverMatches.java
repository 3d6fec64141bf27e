package io.tocsin.tag;

import io.tocsin.tag.query.Query;
import io.tocsin.tag.query.Query.And;
import io.tocsin.tag.query.Query.Near;
import io.tocsin.tag.query.Query.Not;
import io.tocsin.tag.query.Query.Or;
import io.tocsin.tag.query.Query.Term;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds queries that contradict themselves: what they ask for implies a term that they exclude. It
 * sees the contradictions that people write, not all that logic knows.
 */
final class NeverMatches {
  private NeverMatches() {}

  /** Why a query can never match, when that is plain to see. */
  static Optional<String> reason(Query query) {
    Set<Term> excluded = new HashSet<>();
    Set<Term> demanded = new HashSet<>();
    collect(query, demanded, excluded);
    Optional<Term> contradiction =
        excluded.stream()
            .filter(term -> demanded.stream().anyMatch(asked -> implies(asked, term)))
            .findFirst();
    if (contradiction.isPresent()) {
      String words =
          String.join(" ", contradiction.get().words()) + (contradiction.get().prefix() ? "*" : "");
      return Optional.of(
          "the query can never match: it asks for what NOT '" + words + "' excludes");
    }
    if (query instanceof Or or) {
      List<Optional<String>> reasons = or.operands().stream().map(NeverMatches::reason).toList();
      return reasons.stream().allMatch(Optional::isPresent) ? reasons.get(0) : Optional.empty();
    }
    if (query instanceof And and) {
      return and.operands().stream()
          .map(NeverMatches::reason)
          .flatMap(Optional::stream)
          .findFirst();
    }
    return Optional.empty();
  }

  private static void collect(Query query, Set<Term> demanded, Set<Term> excluded) {
    if (query instanceof Term term) {
      demanded.add(term);
    } else if (query instanceof And and) {
      and.operands().forEach(operand -> collect(operand, demanded, excluded));
    } else if (query instanceof Near near) {
      near.operands().forEach(operand -> collect(operand, demanded, excluded));
    } else if (query instanceof Not not) {
      if (not.operand() instanceof Term term) {
        excluded.add(term);
      } else if (not.operand() instanceof Or or) {
        or.operands().stream()
            .filter(Term.class::isInstance)
            .map(Term.class::cast)
            .forEach(excluded::add);
      }
    }
  }

  /** Whether wherever one term stands the other stands too: the other is a run of its words. */
  private static boolean implies(Term asked, Term other) {
    int spare = asked.words().size() - other.words().size();
    for (int i = 0; i <= spare; i++) {
      if (impliesAt(asked, other, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean impliesAt(Term asked, Term other, int from) {
    for (int i = 0; i < other.words().size(); i++) {
      boolean lastOfOther = other.prefix() && i == other.words().size() - 1;
      boolean lastOfAsked = asked.prefix() && from + i == asked.words().size() - 1;
      String word = asked.words().get(from + i);
      String wanted = other.words().get(i);
      boolean same = lastOfOther ? word.startsWith(wanted) : word.equals(wanted) && !lastOfAsked;
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
