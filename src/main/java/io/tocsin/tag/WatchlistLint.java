package io.tocsin.tag;

import io.tocsin.model.Subject;
import io.tocsin.model.Watchlist;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
    Set<String> ids = watchlist.subjects().stream().map(Subject::id).collect(Collectors.toSet());
    Set<String> seen = new HashSet<>();
    for (Subject subject : watchlist.subjects()) {
      if (!seen.add(subject.id())) {
        findings.add(
            Finding.error(
                subject.id(), "the id is there twice: rename one subject or join the two"));
      }
      findings.addAll(SubjectLint.check(subject, ids));
    }
    findings.addAll(SharedSpellings.check(watchlist.subjects()));
    findings.addAll(RuleLint.check(watchlist));
    return List.copyOf(findings);
  }

  /** Whether a watchlist with these findings can be used. */
  public static boolean isUsable(List<Finding> findings) {
    return findings.stream().noneMatch(finding -> finding.level() == Finding.Level.ERROR);
  }
}
