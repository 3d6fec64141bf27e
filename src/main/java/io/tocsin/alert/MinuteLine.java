package io.tocsin.alert;

import io.tocsin.model.pane.Pane;
import io.tocsin.model.pane.Panes;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How many articles came on time in each of the latest minutes of one series: enough to see that a
 * window is nothing special, without a look at its panes. Most windows are nothing special.
 */
final class MinuteLine {
  /** The longest window behind what is judged, and nine hours before it. */
  private static final int SIZE = 2_048;

  /** What lies before the first minute that is asked for. */
  private static final int BEFORE = 1_500;

  private final int[] counts = new int[SIZE];
  private final long first;

  private MinuteLine(long first) {
    this.first = first;
  }

  /** The line of a series around a minute. */
  static MinuteLine of(Panes panes, String series, long minute) {
    MinuteLine line = new MinuteLine(minute - BEFORE);
    for (Map.Entry<Long, Pane> entry : panes.between(series, line.first, line.end()).entrySet()) {
      line.set(entry.getKey(), entry.getValue());
    }
    return line;
  }

  /** A pane changed. */
  void set(long minute, Pane pane) {
    counts[(int) (minute - first)] = Math.toIntExact(pane.onTime().articles());
  }

  /** Whether it reaches from one minute to another. */
  boolean covers(long from, long to) {
    return from >= first && to <= end();
  }

  /** Whether one around a minute would begin no later. */
  boolean reaches(long minute) {
    return minute - BEFORE <= first;
  }

  /** Articles from one minute to another, both included and covered. */
  long sum(long from, long to) {
    long sum = 0;
    for (int i = (int) (from - first); i <= (int) (to - first); i++) {
      sum += counts[i];
    }
    return sum;
  }

  /** The minutes from one to another, both included and covered, in which there were articles. */
  SortedSet<Long> news(long from, long to) {
    TreeSet<Long> news = new TreeSet<>();
    for (long minute = from; minute <= to; minute++) {
      if (counts[(int) (minute - first)] > 0) {
        news.add(minute);
      }
    }
    return news;
  }

  private long end() {
    return first + SIZE - 1;
  }
}
