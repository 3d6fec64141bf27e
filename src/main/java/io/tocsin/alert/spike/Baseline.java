package io.tocsin.alert.spike;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The past of one series, hour by hour, as one window is held against it.
 *
 * <p><b>Expected</b> is the series' share of the volume, times the volume of the window, times what
 * the hour of the day and the day of the week usually make of it. Those factors are drawn towards 1
 * by a gamma prior, so that they say little until there is much to say it with.
 *
 * <p><b>Dispersion</b> is how much more windows scatter than chance alone (Poisson) lets them: the
 * mean square of the Pearson residuals (Wedderburn 1974, quasi-likelihood), each limited so that a
 * past event widens the spread a little but cannot blind the next one (winsorised, Tukey 1962).
 */
public final class Baseline {
  /** Noise floor: a spread below one mention cannot be told from none. */
  static final double FLOOR = 1;

  private static final int DAY = 24;
  private static final int WEEK = 7;

  /** How many hours it reaches back at most. */
  static final int REACH = History.HOURS - DAY;

  /** How many days' worth of counts pull the hours of the day towards their mean. */
  private static final double PRIOR_DAYS = 3;

  /** How many days' worth pull the days of the week: two Mondays are no pattern yet. */
  private static final double PRIOR_WEEK = 7;

  /** How many counts more do so: rare series have no profile. */
  private static final double PRIOR_COUNTS = 20;

  /** A residual counts at most so many times the one that a hundredth of them exceed. */
  private static final double LIMIT = 4;

  private static final double LIMIT_QUANTILE = 0.99;

  private final long first;
  private final long[] counts;
  private final long[] volumes;
  private final double share;
  private final double[] byHour = new double[DAY];
  private final double[] byDay = new double[WEEK];
  private final Map<Long, Double> dispersions = new HashMap<>();
  private final double coverage;
  private final int sinceGap;

  private Baseline(long first, long[] counts, long[] volumes, int wanted) {
    this.first = first;
    this.counts = counts;
    this.volumes = volumes;
    double count = 0;
    double volume = 0;
    int heard = 0;
    int since = 0;
    for (int i = 0; i < counts.length; i++) {
      since = volumes[i] == Volume.UNHEARD ? 0 : since + 1;
      if (volumes[i] != Volume.UNHEARD) {
        heard++;
        count += counts[i];
        volume += volumes[i];
      }
    }
    sinceGap = since;
    coverage = Math.min(1, (double) heard / wanted);
    share = volume == 0 ? 0 : count / volume;
    drawProfile(count / Math.max(1, heard));
  }

  /**
   * The past of a series before an hour.
   *
   * @param end one past its last hour
   * @param wanted how many hours it should have; where there is a gap it reaches further back
   */
  static Baseline before(Past past, Volume volume, long end, int wanted) {
    return before(past, volume.before(end, REACH), end, wanted);
  }

  /** The same, of the volumes of the {@link #REACH} hours before its end. */
  static Baseline before(Past past, long[] volumes, long end, int wanted) {
    int reach = volumes.length;
    int start = reach;
    for (int heard = 0; start > 0 && heard < wanted; start--) {
      heard += volumes[start - 1] == Volume.UNHEARD ? 0 : 1;
    }
    long[] counts = new long[reach - start];
    long first = end - counts.length;
    past.hours(first, end - 1).forEach((hour, count) -> counts[(int) (hour - first)] = count);
    return new Baseline(first, counts, Arrays.copyOfRange(volumes, start, reach), wanted);
  }

  private void drawProfile(double mean) {
    Arrays.fill(byHour, 1);
    Arrays.fill(byDay, 1);
    double[] hours = factors(DAY, PRIOR_DAYS * mean + PRIOR_COUNTS);
    for (int h = 0; h < DAY; h++) {
      byHour[h] = 0.25 * hours[(h + DAY - 1) % DAY] + 0.5 * hours[h] + 0.25 * hours[(h + 1) % DAY];
    }
    double[] days = factors(WEEK, DAY * PRIOR_WEEK * mean + PRIOR_COUNTS);
    System.arraycopy(days, 0, byDay, 0, WEEK);
  }

  /** Observed over expected in each part of the cycle, drawn towards 1 by so many counts. */
  private double[] factors(int parts, double prior) {
    double[] observed = new double[parts];
    double[] expected = new double[parts];
    for (int i = 0; i < counts.length; i++) {
      if (volumes[i] > 0) {
        int part = parts == DAY ? hourOfDay(first + i) : dayOfWeek(first + i);
        observed[part] += counts[i];
        expected[part] += expectedIn(first + i, (double) volumes[i]);
      }
    }
    double[] factors = new double[parts];
    for (int part = 0; part < parts; part++) {
      factors[part] = (observed[part] + prior) / (expected[part] + prior);
    }
    return factors;
  }

  private static int hourOfDay(long hour) {
    return (int) Math.floorMod(hour, (long) DAY);
  }

  private static int dayOfWeek(long hour) {
    return (int) Math.floorMod(Math.floorDiv(hour, (long) DAY), (long) WEEK);
  }

  private double expectedIn(long hour, double volume) {
    return share * volume * byHour[hourOfDay(hour)] * byDay[dayOfWeek(hour)];
  }

  /** What is expected of the minutes from one to another, given the volume that they had. */
  double expected(long firstMinute, long lastMinute, long volume) {
    double factor = 0;
    for (long hour = Math.floorDiv(firstMinute, 60L); hour * 60 <= lastMinute; hour++) {
      long from = Math.max(firstMinute, hour * 60);
      long to = Math.min(lastMinute, hour * 60 + 59);
      factor += (to - from + 1) * expectedIn(hour, 1);
    }
    return volume * factor / (lastMinute - firstMinute + 1);
  }

  /** How much more windows of so many minutes scatter than chance alone; at least 1. */
  double dispersion(long length) {
    return dispersions.computeIfAbsent(length, this::measureDispersion);
  }

  private double measureDispersion(long length) {
    int run = (int) Math.max(1, -Math.floorDiv(-length, 60L));
    double[] residuals = residuals(run);
    if (residuals.length == 0) {
      return 1;
    }
    double[] sorted = residuals.clone();
    Arrays.sort(sorted);
    double limit = LIMIT * Math.max(1, sorted[(int) (LIMIT_QUANTILE * (sorted.length - 1))]);
    double squares = 0;
    for (double residual : residuals) {
      double limited = Math.min(residual, limit);
      squares += limited * limited;
    }
    double excess = Math.max(0, squares / residuals.length - 1);
    return 1 + excess * length / (60.0 * run);
  }

  /** Pearson residuals of all runs of so many hours without a gap in which there was anything. */
  private double[] residuals(int run) {
    double[] residuals = new double[counts.length];
    int size = 0;
    double observed = 0;
    double expected = 0;
    long volume = 0;
    int unheard = 0;
    for (int i = 0; i < counts.length; i++) {
      int out = i - run;
      if (volumes[i] == Volume.UNHEARD) {
        unheard++;
      } else {
        observed += counts[i];
        expected += expectedIn(first + i, (double) volumes[i]);
        volume += volumes[i];
      }
      if (out >= 0 && volumes[out] == Volume.UNHEARD) {
        unheard--;
      } else if (out >= 0) {
        observed -= counts[out];
        expected -= expectedIn(first + out, (double) volumes[out]);
        volume -= volumes[out];
      }
      if (out >= -1 && unheard == 0 && volume > 0) {
        residuals[size++] = (observed - expected) / Math.sqrt(Math.max(0, expected) + FLOOR);
      }
    }
    return Arrays.copyOf(residuals, size);
  }

  /** Which part of the hours that were wanted was heard of, 0 to 1. */
  double coverage() {
    return coverage;
  }

  /** First hour of it, since 1970-01-01T00:00Z. */
  long first() {
    return first;
  }

  /** One past its last hour. */
  long end() {
    return first + counts.length;
  }

  /** How many hours were heard of without a gap, up to the end. */
  int sinceGap() {
    return sinceGap;
  }
}
