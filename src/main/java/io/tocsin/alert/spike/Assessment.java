package io.tocsin.alert.spike;

import java.util.Locale;

/**
 * How one window stands against the past of its subject.
 *
 * @param observed what was counted in the window
 * @param expected what the past lets expect
 * @param spread how far windows like this one usually lie from what was expected; same unit
 * @param score how far this one lies above it, in standard deviations; negative below it
 * @param needed the score from which on the rule alerts
 * @param coverage which part of the baseline was heard of, 0 to 1
 * @param method how it was worked out
 */
public record Assessment(
    long observed,
    double expected,
    double spread,
    double score,
    double needed,
    double coverage,
    Method method) {

  /** How the expectation was worked out. */
  public enum Method {
    /** Too little past to judge by. */
    WARMING_UP,
    /** From the mean of the past. */
    MEAN,
    /** From the mean of the past and the hours of the day and days of the week. */
    PROFILE;

    /** The word on the wire, such as {@code warming-up}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Whether the window is one to alert on. */
  public boolean standsOut() {
    return method != Method.WARMING_UP && score >= needed;
  }
}
