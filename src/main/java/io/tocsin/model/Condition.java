package io.tocsin.model;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What must be true for a rule to alert. */
public sealed interface Condition {

  /** Whether it goes with {@code on}: each subject by itself. Others name what they look at. */
  default boolean looksAtSubjects() {
    return this instanceof Threshold
        || this instanceof Spike
        || this instanceof First
        || this instanceof Drop
        || this instanceof Silence;
  }

  /**
   * The measure in a sliding window reaches a number and stays there.
   *
   * @param window length of the window, whole minutes
   * @param measure what is counted
   * @param atLeast the number
   * @param holdFor how long it must stay there, in event time; zero to alert at once ({@code for}
   *     on the wire)
   */
  record Threshold(Duration window, Measure measure, int atLeast, Duration holdFor)
      implements Condition {}

  /**
   * A query matches: one alert per story.
   *
   * @param query in the query language
   */
  record Match(String query) implements Condition {}

  /**
   * All the subjects stand together.
   *
   * @param subjects two or more ids
   * @param within how close
   */
  record Together(List<String> subjects, Within within) implements Condition {
    /** Makes the list immutable. */
    public Together {
      subjects = List.copyOf(subjects);
    }
  }

  /**
   * The measure in a sliding window is improbable against the subject's own past.
   *
   * @param window length of the window, whole minutes
   * @param baseline length of the past that it is held against
   * @param measure what is counted
   * @param sensitivity how improbable it must be
   * @param atLeast never below this number, however quiet the past was
   * @param voices never below this number of independent voices; 1 to ask for none
   * @param budget how often the rule may alert, from which its own past chooses how improbable a
   *     window must be; null to leave that to the sensitivity
   */
  record Spike(
      Duration window,
      Duration baseline,
      Measure measure,
      Sensitivity sensitivity,
      int atLeast,
      int voices,
      @Nullable Budget budget)
      implements Condition {
    /** What a rule that says only {@code spike: {}} asks for. */
    public static final Spike DEFAULT =
        new Spike(
            Duration.ofHours(1),
            Duration.ofDays(14),
            Measure.STORIES,
            Sensitivity.BALANCED,
            5,
            2,
            null);
  }

  /**
   * The first mention for a long time.
   *
   * @param within for how long there must have been none, whole minutes
   */
  record First(Duration within) implements Condition {}

  /**
   * A name that is on no watchlist and was not heard for long is told by several.
   *
   * @param window in which they tell it, whole minutes
   * @param voices how many independent ones there must be
   * @param unseen for how long the name must not have been heard before
   * @param kinds of names that count, such as {@code person}; empty for all
   */
  record Newcomer(Duration window, int voices, Duration unseen, List<String> kinds)
      implements Condition {
    /** Makes the list immutable. */
    public Newcomer {
      kinds = List.copyOf(kinds);
    }
  }

  /**
   * The measure in a sliding window is under a share of what the subject's past lets expect.
   *
   * @param window length of the window, whole minutes
   * @param baseline length of the past that it is held against
   * @param measure what is counted
   * @param percent the share, 1 to 99
   * @param atLeast only where as many are expected: of what is rare nothing can be missing
   */
  record Drop(Duration window, Duration baseline, Measure measure, int percent, int atLeast)
      implements Condition {}

  /**
   * A subject of which there was news has been quiet.
   *
   * @param after for how long, whole minutes
   */
  record Silence(Duration after) implements Condition {}

  /** How improbable a spike must be; the figures of each stand in {@code docs/alerts.md}. */
  enum Sensitivity {
    /** Few alerts: only what nobody can miss. */
    RELAXED,
    /** What the published figures are measured with. */
    BALANCED,
    /** Many alerts: small beginnings too. */
    SENSITIVE;

    /** The word on the wire, such as {@code balanced}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * How many alerts a rule may make on each subject, on average: {@code 2/day} on the wire.
   *
   * @param episodes alerts of each subject
   * @param per in which time
   */
  record Budget(int episodes, Duration per) {
    /** Alerts a day. */
    public double perDay() {
      return episodes * (double) Duration.ofDays(1).toMinutes() / per.toMinutes();
    }
  }

  /** How close subjects must stand. */
  enum Within {
    SENTENCE,
    ARTICLE;

    /** The word on the wire. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
