package io.tocsin.cli.lint;

import java.time.Instant;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Over how many days articles are spread. Days without any article do not count, so that neither a
 * gap in an archive nor one article with a wrong date makes everything look rare.
 */
final class DaysSeen {
  private static final long DAY = 86_400;

  /** Articles of one minute are no more than this share of a day's news. */
  private static final double SHORTEST = 1.0 / 24;

  private final TreeMap<Long, Day> days = new TreeMap<>();

  /** First and last second of a day, counted from 1970, at which there is an article. */
  private record Day(long first, long last) {
    Day and(long second) {
      return new Day(Math.min(first, second), Math.max(last, second));
    }
  }

  /** One article of that time. */
  synchronized void add(Instant time) {
    long second = time.getEpochSecond();
    long day = Math.floorDiv(second, DAY);
    Day known = days.get(day);
    if (known == null) {
      days.put(day, new Day(second, second));
    } else if (second < known.first() || second > known.last()) {
      days.put(day, known.and(second));
    }
  }

  /**
   * The number of days with articles: the first from its first article on, the last up to its last.
   * 0 when no article has a time, else at least an hour.
   */
  synchronized double count() {
    if (days.isEmpty()) {
      return 0;
    }
    long first = days.firstEntry().getValue().first();
    long last = days.lastEntry().getValue().last();
    if (days.size() == 1) {
      return Math.max(SHORTEST, (double) (last - first) / DAY);
    }
    double head = 1 - (double) Math.floorMod(first, DAY) / DAY;
    double tail = (double) Math.floorMod(last, DAY) / DAY;
    return Math.max(SHORTEST, head + days.size() - 2 + tail);
  }

  /** The earliest time; null when there is none. */
  synchronized @Nullable Instant first() {
    return days.isEmpty() ? null : Instant.ofEpochSecond(days.firstEntry().getValue().first());
  }

  /** The latest time; null when there is none. */
  synchronized @Nullable Instant last() {
    return days.isEmpty() ? null : Instant.ofEpochSecond(days.lastEntry().getValue().last());
  }
}
