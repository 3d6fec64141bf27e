package io.tocsin.alert.spike;

import java.time.Duration;
import java.util.Locale;

/**
 * How one window stands against the past of its subject.
 *
 * @param window its length: the rule's, or a stretched one when that says more
 * @param observed what was counted in the window
 * @param expected what the past lets expect
 * @param spread how far windows like this one usually lie from what was expected; same unit
 * @param score how far this one lies above it, in spreads; negative below it
 * @param needed the score from which on the rule alerts
 * @param fromHour first hour of the baseline, since 1970-01-01T00:00Z
 * @param toHour one past its last hour
 * @param coverage which part of the baseline was heard of, 0 to 1
 * @param method how it was worked out
 * @param standsOut whether it is one to alert on
 */
public record Assessment(
    Duration window,
    long observed,
    double expected,
    double spread,
    double score,
    double needed,
    long fromHour,
    long toHour,
    double coverage,
    Method method,
    boolean standsOut) {

  /** How the expectation was worked out. */
  public enum Method {
    /** Too little past to judge by, or a gap too short ago: nothing stands out. */
    WARMING_UP,
    /** The share of the volume, without much of a profile yet. */
    SHARE,
    /** The share of the volume at this hour of the day and day of the week. */
    PROFILE;

    /** The word on the wire, such as {@code warming-up}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
