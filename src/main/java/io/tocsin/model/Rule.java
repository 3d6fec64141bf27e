package io.tocsin.model;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When to alert: the value of {@code news.watchlist} under the key {@code rule/<id>}.
 *
 * @param id short name, such as {@code sanctions-volume}
 * @param version the watchlist version in which the rule last changed; 0 before it is applied
 * @param on which subjects it looks at; {@link Scope#NONE} for rules that name their own
 * @param when the condition
 * @param severity how much it matters
 * @param rearm at most one episode per subject in each such period of event time
 * @param resolve when an episode ends; null for the default
 * @param labels handed on with every alert
 */
public record Rule(
    String id,
    long version,
    Scope on,
    Condition when,
    Severity severity,
    Duration rearm,
    @Nullable Resolve resolve,
    Map<String, String> labels) {
  /** The re-arm period of a rule that names none. */
  public static final Duration DEFAULT_REARM = Duration.ofHours(24);

  /** Makes the labels immutable. */
  public Rule {
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
  }

  /** The same rule as of another watchlist version. */
  public Rule withVersion(long newVersion) {
    return new Rule(id, newVersion, on, when, severity, rearm, resolve, labels);
  }

  /**
   * Hysteresis: the level below which an episode ends, and how long the measure must stay there.
   *
   * @param below the level
   * @param hold how long, in event time
   */
  public record Resolve(int below, Duration hold) {}
}
