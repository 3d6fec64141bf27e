package io.tocsin.serve;

import io.tocsin.model.SubjectCount;
import io.tocsin.model.SubjectRef;
import io.tocsin.serve.SeriesView.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The panes of the last day per subject. Bounded both ways: a day before the newest pane, and as
 * many subjects; the one that was not counted for the longest time goes first. Not safe for threads
 * by itself.
 */
final class MinuteCounts {
  static final int MINUTES = 24 * 60;
  private static final int SPARK_VALUES = 30;
  private static final int SWEEP_MINUTES = 60;
  private static final Duration PANE = Duration.ofMinutes(1);

  private final Map<String, Series> bySubject;
  private long newest = Long.MIN_VALUE;
  private long swept = Long.MIN_VALUE;

  MinuteCounts(int maxSubjects) {
    bySubject =
        new LinkedHashMap<>(1024, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Series> eldest) {
            return size() > maxSubjects;
          }
        };
  }

  /**
   * Takes a pane, in place of what was known of this minute. Windows of other sizes overlap the
   * panes and are left aside.
   */
  void put(SubjectCount count) {
    if (!count.size().equals(PANE)) {
      return;
    }
    long minute = minuteOf(count.start());
    if (newest != Long.MIN_VALUE && minute <= newest - MINUTES) {
      return;
    }
    newest = Math.max(newest, minute);
    Series series =
        bySubject.computeIfAbsent(
            count.subject().id(), id -> new Series(count.subject(), new TreeMap<>()));
    series.panes.put(minute, count);
    sweepWhenDue();
  }

  /** The top of the window that ends with the minute of {@code now}. */
  TopList top(Instant now, int minutes, int limit) {
    long last = minuteOf(now);
    long first = last - minutes + 1;
    int step = Math.max(1, (minutes + SPARK_VALUES - 1) / SPARK_VALUES);
    List<Summed> sums = new ArrayList<>();
    for (Series series : bySubject.values()) {
      long articles = 0;
      long occurrences = 0;
      for (SubjectCount pane : series.panes.subMap(first, true, last, true).values()) {
        articles += pane.articles();
        occurrences += pane.occurrences();
      }
      if (articles > 0) {
        sums.add(new Summed(series, articles, occurrences));
      }
    }
    sums.sort(
        Comparator.comparingLong(Summed::articles)
            .reversed()
            .thenComparing(summed -> summed.series.subject.id()));
    List<TopList.Entry> entries =
        sums.stream()
            .limit(limit)
            .map(
                summed ->
                    new TopList.Entry(
                        summed.series.subject,
                        summed.articles,
                        summed.occurrences,
                        spark(summed.series, first, last, step)))
            .toList();
    return new TopList(now, minutes, step, entries);
  }

  /** The minutes of one subject up to {@code now}; empty when nothing is known of it. */
  Optional<SeriesView> series(String subject, Instant now, int minutes) {
    Series series = bySubject.get(subject);
    if (series == null) {
      return Optional.empty();
    }
    long last = minuteOf(now);
    List<Point> points = new ArrayList<>(minutes);
    for (long minute = last - minutes + 1; minute <= last; minute++) {
      SubjectCount pane = series.panes.get(minute);
      Instant start = Instant.EPOCH.plusSeconds(minute * 60);
      points.add(
          pane == null
              ? new Point(start, 0, 0, 0, 0)
              : new Point(
                  start, pane.articles(), pane.stories(), pane.voices(), pane.occurrences()));
    }
    return Optional.of(new SeriesView(series.subject, now, points));
  }

  /** How many subjects are held. */
  int subjects() {
    return bySubject.size();
  }

  private static List<Long> spark(Series series, long first, long last, int step) {
    long[] values = new long[(int) ((last - first) / step) + 1];
    series
        .panes
        .subMap(first, true, last, true)
        .forEach((minute, pane) -> values[(int) ((minute - first) / step)] += pane.articles());
    List<Long> spark = new ArrayList<>(values.length);
    for (long value : values) {
      spark.add(value);
    }
    return spark;
  }

  private void sweepWhenDue() {
    if (swept != Long.MIN_VALUE && newest < swept + SWEEP_MINUTES) {
      return;
    }
    swept = newest;
    bySubject.values().forEach(series -> series.panes.headMap(newest - MINUTES, true).clear());
    bySubject.values().removeIf(series -> series.panes.isEmpty());
  }

  private static long minuteOf(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), 60L);
  }

  /** The panes of one subject by minute since the epoch. */
  private record Series(SubjectRef subject, TreeMap<Long, SubjectCount> panes) {}

  /** A series with its sums over a window. */
  private record Summed(Series series, long articles, long occurrences) {}
}
