package io.tocsin.alert.spike;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The score of the Numenta Anomaly Benchmark (Lavin and Ahmad 2015): early in a labelled window is
 * good, outside of them is bad, a missed window costs; 0 for silence, 100 for perfection.
 */
final class NabScore {
  private final double costOfFalse;
  private final double costOfMiss;
  private double raw;
  private int windows;

  NabScore(double costOfFalse, double costOfMiss) {
    this.costOfFalse = costOfFalse;
    this.costOfMiss = costOfMiss;
  }

  /** Seconds since 1970 of a time such as {@code 2015-03-03 04:37:53.000000}. */
  static long second(String time) {
    return LocalDateTime.parse(time.substring(0, 19).replace(' ', 'T'))
        .toEpochSecond(ZoneOffset.UTC);
  }

  /**
   * Adds a series.
   *
   * @param times of its records, in order
   * @param spans first and last second of each labelled window, in order
   * @param found times of detections, in order
   */
  void add(long[] times, List<long[]> spans, List<Long> found) {
    int probation = Math.min((int) (0.15 * times.length), 750);
    int[][] bounds = new int[spans.size()][];
    for (int k = 0; k < bounds.length; k++) {
      bounds[k] =
          new int[] {atOrAfter(times, spans.get(k)[0]), atOrAfter(times, spans.get(k)[1] + 1) - 1};
    }
    double[] best = new double[bounds.length];
    Arrays.fill(best, Double.NaN);
    for (long time : found) {
      int i = atOrAfter(times, time);
      if (i < probation) {
        continue;
      }
      int k = windowOf(bounds, i);
      if (k < 0) {
        raw += costOfFalse * sigmoid(distance(bounds, i));
      } else if (Double.isNaN(best[k])) {
        double width = bounds[k][1] - bounds[k][0] + 1;
        best[k] = sigmoid(-(bounds[k][1] - i + 1) / width) / sigmoid(-1);
      }
    }
    for (double value : best) {
      raw += Double.isNaN(value) ? -costOfMiss : value;
    }
    windows += bounds.length;
  }

  double score() {
    return 100 * (raw + windows * costOfMiss) / (windows * (1 + costOfMiss));
  }

  private static int windowOf(int[][] bounds, int i) {
    for (int k = 0; k < bounds.length; k++) {
      if (bounds[k][0] <= i && i <= bounds[k][1]) {
        return k;
      }
    }
    return -1;
  }

  /** From the end of the last window before, in widths of it; far when there is none. */
  private static double distance(int[][] bounds, int i) {
    double distance = Double.MAX_VALUE;
    for (int[] bound : bounds) {
      if (bound[1] < i) {
        distance = (i - bound[1]) / (double) Math.max(1, bound[1] - bound[0]);
      }
    }
    return distance;
  }

  private static double sigmoid(double y) {
    return y > 3 ? -1 : 2 / (1 + Math.exp(5 * y)) - 1;
  }

  private static int atOrAfter(long[] times, long time) {
    int found = Arrays.binarySearch(times, time);
    return found >= 0 ? found : -found - 1;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.1f", score());
  }
}
