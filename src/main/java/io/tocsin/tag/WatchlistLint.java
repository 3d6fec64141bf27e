package io.tocsin.tag;

import io.tocsin.model.Subject;
import io.tocsin.model.Watchlist;
import io.tocsin.tag.query.Query;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks over a watchlist before it is used: errors, with which it is refused, and warnings of what
 * finds nothing or too much. A subject that silently finds nothing is the worst fault that a
 * watchlist can have.
 */
public final class WatchlistLint {
  private WatchlistLint() {}

  /**
   * All findings, in order of subjects, then of what subjects share, then of rules; empty when all
   * is well.
   */
  public static List<Finding> check(Watchlist watchlist) {
    List<Finding> findings = new ArrayList<>();
    QueryLint.Known known = QueryLint.Known.of(watchlist.subjects());
    Set<String> seen = new HashSet<>();
    for (Subject subject : watchlist.subjects()) {
      if (!seen.add(subject.id())) {
        findings.add(
            Finding.error(
                subject.id(), "the id is there twice: rename one subject or join the two"));
      }
      findings.addAll(SubjectLint.check(subject, known));
    }
    findings.addAll(circles(watchlist.subjects()));
    findings.addAll(SharedSpellings.check(watchlist.subjects()));
    findings.addAll(RuleLint.check(watchlist));
    return List.copyOf(findings);
  }

  /** Subjects whose queries ask for each other; a query that cannot be read is said elsewhere. */
  private static List<Finding> circles(List<Subject> subjects) {
    Map<String, Query> queries = new LinkedHashMap<>();
    for (Subject subject : subjects) {
      try {
        Spellings.query(subject).ifPresent(query -> queries.put(subject.id(), query));
      } catch (IllegalArgumentException e) {
        return List.of();
      }
    }
    return new Ranks(subjects, new Wholes(subjects), queries)
        .circle()
        .map(circle -> List.of(Finding.error(circle.get(0), Ranks.message(circle))))
        .orElse(List.of());
  }

  /** Whether a watchlist with these findings can be used. */
  public static boolean isUsable(List<Finding> findings) {
    return findings.stream().noneMatch(finding -> finding.level() == Finding.Level.ERROR);
  }
}
