package io.tocsin.model.pane;

import io.tocsin.model.Alert.Observed;
import java.util.SortedMap;

/**
 * What was counted of each series hour by hour, for longer than panes are kept: the past that a
 * window is held against. Only what came on time is in it. An hour is the sum of its panes, so that
 * a story that runs over several minutes counts once in each; adding is commutative.
 */
public interface Hours {
  /** How many days are kept, from the newest of the series on. */
  int DAYS = 37;

  /**
   * The hours of one series from one to another, both included, hours since 1970-01-01T00:00Z;
   * empty ones are absent.
   */
  SortedMap<Long, Observed> between(String series, long firstHour, long lastHour);

  /** Adds to an hour of a series. */
  void add(String series, long hour, Observed more);
}
