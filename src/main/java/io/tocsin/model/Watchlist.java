package io.tocsin.model;

import java.time.Instant;
import java.util.List;

/**
 * Subjects and rules together, as one version.
 *
 * @param version counted from 1; 0 is the empty watchlist before anything was applied
 * @param effectiveFrom articles received at or after this instant see this version
 * @param subjects in order of id
 * @param rules in order of id
 */
public record Watchlist(
    long version, Instant effectiveFrom, List<Subject> subjects, List<Rule> rules) {
  /** Nothing is watched. */
  public static final Watchlist EMPTY = new Watchlist(0, Instant.EPOCH, List.of(), List.of());

  /** Makes the lists immutable. */
  public Watchlist {
    subjects = List.copyOf(subjects);
    rules = List.copyOf(rules);
  }
}
