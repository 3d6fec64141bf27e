package io.tocsin.alert;

import io.tocsin.alert.spike.BaselineShelf;
import io.tocsin.model.pane.Hours;
import io.tocsin.model.pane.Pane;
import io.tocsin.model.pane.Panes;
import java.util.SortedSet;

/**
 * What judges of all series look at.
 *
 * @param panes minute by minute, with everything
 * @param lines the numbers of articles alone
 * @param hours hour by hour
 * @param shelf what windows are held against
 */
record Sight(Panes panes, MinuteLines lines, Hours hours, BaselineShelf shelf) {

  /** The panes of the window that ends with a minute. */
  WindowView window(String series, long end, long length) {
    return new WindowView(panes.between(series, end - length + 1, end), length);
  }

  /** Whether anything was counted from one minute to another, both included; however long. */
  boolean isQuiet(String series, long from, long to) {
    long firstHour = Math.floorDiv(from + 59, 60L);
    long lastHour = Math.floorDiv(to + 1, 60L) - 1;
    if (firstHour > lastHour) {
      return from > to || lines.sum(series, from, to) == 0;
    }
    return hours.between(series, firstHour, lastHour).isEmpty()
        && !hasNews(series, from, firstHour * 60 - 1)
        && !hasNews(series, (lastHour + 1) * 60, to);
  }

  /** Less than an hour, or a part of one that panes may have forgotten. */
  private boolean hasNews(String series, long from, long to) {
    if (from > to) {
      return false;
    }
    for (Pane pane : panes.between(series, from, to).values()) {
      if (WindowView.hasNews(pane)) {
        return true;
      }
    }
    return false;
  }

  /** The minutes from one to another, both included, in which there are articles. */
  SortedSet<Long> news(String series, long from, long to) {
    return lines.news(series, from, to);
  }

  /** Whether the stream was heard of from one minute on, up to another. */
  boolean wasHeard(long from, long to) {
    return shelf.volume().isHeardFrom(Math.floorDiv(from, 60L), Math.floorDiv(to, 60L));
  }
}
