package io.tocsin.alert;

import io.tocsin.model.pane.Pane;
import io.tocsin.model.pane.Panes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The minutes of the series that were asked for lately; what they do not cover is in the panes. */
final class MinuteLines {
  /** Eight kilobytes each. */
  private static final int MOST = 1_000;

  private final Panes panes;
  private final Map<String, MinuteLine> lines = new LinkedHashMap<>(64, 0.75f, true);
  private long closed = Long.MIN_VALUE;

  MinuteLines(Panes panes) {
    this.panes = panes;
  }

  /** Minutes up to this one are judged for good: what lies far behind is asked for no more. */
  void closeThrough(long minute) {
    closed = minute;
  }

  /** A pane of a series changed. */
  void changed(String series, long minute) {
    MinuteLine line = lines.get(series);
    if (line != null && line.covers(minute, minute)) {
      line.set(minute, panes.at(series, minute));
    }
  }

  /** How many articles came on time from one minute to another, both included. */
  long sum(String series, long from, long to) {
    MinuteLine line = line(series, from, to);
    if (line.covers(from, to)) {
      return line.sum(from, to);
    }
    long sum = 0;
    for (Pane pane : panes.between(series, from, to).values()) {
      sum += pane.onTime().articles();
    }
    return sum;
  }

  /** The minutes from one to another, both included, in which articles came on time. */
  SortedSet<Long> news(String series, long from, long to) {
    if (from > to) {
      return new TreeSet<>();
    }
    MinuteLine line = line(series, from, to);
    if (line.covers(from, to)) {
      return line.news(from, to);
    }
    TreeSet<Long> news = new TreeSet<>();
    panes
        .between(series, from, to)
        .forEach(
            (minute, pane) -> {
              if (WindowView.hasNews(pane)) {
                news.add(minute);
              }
            });
    return news;
  }

  private MinuteLine line(String series, long from, long to) {
    MinuteLine line = lines.get(series);
    if (line == null || !line.covers(from, to)) {
      long around = Math.max(from, Math.min(closed, to));
      if (line != null && line.reaches(around)) {
        // Two places too far apart for one line: the older one is looked up.
        return line;
      }
      line = MinuteLine.of(panes, series, around);
      lines.put(series, line);
      if (lines.size() > MOST) {
        lines.remove(lines.keySet().iterator().next());
      }
    }
    return line;
  }
}
