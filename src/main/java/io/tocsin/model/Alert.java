package io.tocsin.model;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code news.alerts}: one change of state of one episode of one rule on one subject.
 *
 * @param id hash of rule, subject and the start of the re-arm period; the same for the same input
 * @param state opened, updated or resolved
 * @param reason why the state changed
 * @param rule id of the rule
 * @param ruleVersion version of the rule that opened it
 * @param subject what it is about
 * @param severity how much it matters
 * @param labels of the rule
 * @param startsAt event time at which the condition was first met
 * @param changedAt event time that decided this change
 * @param endsAt event time of the end; null while open
 * @param window the window that decided this change
 * @param sequence 1 for the first record of the episode, then rising by one
 * @param observed what was measured: the highest window of the episode so far
 * @param measure which of them the rule looks at
 * @param expected the number that the rule asks for; of a {@code spike}, what the subject's past
 *     lets expect of such a window
 * @param spread how far such windows usually lie from what is expected; null but for a {@code
 *     spike}, as is what follows
 * @param score how far this one lies above it, in spreads
 * @param baseline the past that it was held against
 * @param evidence articles that are new since the last record, at most ten
 * @param evidenceTotal how many articles stand in the window
 * @param watchlistVersion version of the watchlist that decided this change
 * @param summary one sentence for a person
 */
public record Alert(
    String id,
    State state,
    Cause reason,
    String rule,
    long ruleVersion,
    SubjectRef subject,
    Severity severity,
    Map<String, String> labels,
    Instant startsAt,
    Instant changedAt,
    @Nullable Instant endsAt,
    Window window,
    int sequence,
    Observed observed,
    Measure measure,
    double expected,
    @Nullable Double spread,
    @Nullable Double score,
    @Nullable Baseline baseline,
    List<Evidence> evidence,
    long evidenceTotal,
    long watchlistVersion,
    String summary) {
  /** Makes the collections immutable. */
  public Alert {
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    evidence = List.copyOf(evidence);
  }

  /** The states of an episode. */
  public enum State {
    OPENED,
    UPDATED,
    RESOLVED;

    /** The word on the wire, such as {@code opened}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Why the state of an episode changed. */
  public enum Cause {
    /** The condition was met. */
    SCORE,
    /** The measure doubled since the last record. */
    ESCALATED,
    /** The measure fell under the resolve level and stayed there. */
    BELOW,
    /** The re-arm period ended, or news stopped. */
    EXPIRED,
    /** What was missing is there again. */
    RECOVERED,
    /** The rule was changed or deleted. */
    RULE_CHANGED,
    /**
     * It opened early, on less than all articles of its time, and all of them do not bear it out.
     */
    WITHDRAWN;

    /** The word on the wire, such as {@code escalated}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A half-open range of event time.
   *
   * @param start first instant
   * @param end one past the last
   */
  public record Window(Instant start, Instant end) {}

  /**
   * The past that a window was held against.
   *
   * @param from its first instant
   * @param to one past its last
   * @param coverage which part of it was heard of, 0 to 1
   * @param method how the expectation was worked out, such as {@code profile}
   */
  public record Baseline(Instant from, Instant to, double coverage, String method) {}

  /**
   * The measures of one window.
   *
   * @param articles mentions
   * @param stories distinct stories
   * @param voices distinct publishers
   * @param occurrences tags
   */
  public record Observed(long articles, long stories, long voices, long occurrences) {
    /** Nothing at all. */
    public static final Observed NOTHING = new Observed(0, 0, 0, 0);

    /** Both together, measure by measure. */
    public Observed plus(Observed other) {
      return new Observed(
          articles + other.articles,
          stories + other.stories,
          voices + other.voices,
          occurrences + other.occurrences);
    }

    /** What this has more than another, measure by measure. */
    public Observed minus(Observed other) {
      return new Observed(
          articles - other.articles,
          stories - other.stories,
          voices - other.voices,
          occurrences - other.occurrences);
    }

    /** The number that a rule looks at. */
    public long of(Measure measure) {
      return switch (measure) {
        case ARTICLES -> articles;
        case STORIES -> stories;
        case VOICES -> voices;
        case OCCURRENCES -> occurrences;
      };
    }
  }
}
