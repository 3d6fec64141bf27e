package io.tocsin.alert.spike;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * The highest score of each past day, from which a budget chooses the score that is needed: the
 * least one that, on so many days, would have alerted no more often than allowed. It is the order
 * statistic of the daily maxima, so that nothing is assumed about how scores are spread.
 */
final class Peaks {
  /** Days that are looked back on: as many as hours are kept. */
  private static final int MOST_DAYS = 35;

  /** With fewer days the sensitivity decides. */
  private static final int LEAST_DAYS = 7;

  /** Below this, ordinary hours of any subject would alert. */
  private static final double LEAST_NEEDED = 3;

  private static final long DAY = 24 * 60;

  private final double perDay;
  private final double unsaid;
  private final Deque<Double> past = new ArrayDeque<>();
  private long today = Long.MIN_VALUE;
  private double peak;

  /**
   * Peaks for a budget.
   *
   * @param perDay alerts a day
   * @param unsaid what is needed while there are too few days
   */
  Peaks(double perDay, double unsaid) {
    this.perDay = perDay;
    this.unsaid = unsaid;
  }

  /** A window that ended in a minute; those of the warm-up say nothing. */
  void see(long minute, Assessment assessment) {
    if (assessment.method() == Assessment.Method.WARMING_UP) {
      return;
    }
    long day = Math.floorDiv(minute, DAY);
    if (day != today && today != Long.MIN_VALUE) {
      past.addLast(peak);
      if (past.size() > MOST_DAYS) {
        past.removeFirst();
      }
      peak = 0;
    }
    today = day;
    peak = Math.max(peak, assessment.score());
  }

  /** The score that is needed today, by the days before it. */
  double needed() {
    if (past.size() < LEAST_DAYS) {
      return unsaid;
    }
    List<Double> sorted = new ArrayList<>(past);
    sorted.sort(Collections.reverseOrder());
    int allowed = (int) Math.floor(perDay * sorted.size());
    return allowed >= sorted.size()
        ? LEAST_NEEDED
        : Math.max(LEAST_NEEDED, Math.nextUp(sorted.get(allowed)));
  }
}
