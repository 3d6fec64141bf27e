package io.tocsin.model;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What must be true for a rule to alert. */
public sealed interface Condition {

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
