package io.tocsin.alert;

import io.tocsin.alert.spike.Assessment;
import io.tocsin.model.Alert.Baseline;
import java.time.Instant;

/**
 * How a window stood against the past of its subject, as an alert tells it.
 *
 * @param expected what the past lets expect of it
 * @param spread how far such windows usually lie from that
 * @param score how far this one lies above it, in spreads
 * @param window its length in minutes
 * @param baseline the past
 */
public record Standing(
    double expected, double spread, double score, long window, Baseline baseline) {
  private static final long HOUR = 3_600;

  static Standing of(Assessment assessment) {
    return new Standing(
        rounded(assessment.expected()),
        rounded(assessment.spread()),
        rounded(assessment.score()),
        assessment.window().toMinutes(),
        new Baseline(
            Instant.ofEpochSecond(assessment.fromHour() * HOUR),
            Instant.ofEpochSecond(assessment.toHour() * HOUR),
            rounded(assessment.coverage()),
            assessment.method().word()));
  }

  /** A thousandth is more than anybody reads, and sixteen digits are noise in a record. */
  private static double rounded(double number) {
    return Math.round(number * 1_000) / 1_000.0;
  }
}
