package io.tocsin.model.pane;

import java.util.SortedMap;

/**
 * The panes of all series, as the stages see them; the topology keeps them in a store, tests in a
 * map.
 */
public interface Panes {

  /**
   * The panes of one series from one minute to another, both included, by minute; empty minutes are
   * absent.
   */
  SortedMap<Long, Pane> between(String series, long fromMinute, long toMinute);

  /** The pane of one minute; {@link Pane#EMPTY} when nothing was counted. */
  Pane at(String series, long minute);

  /** Replaces the pane of one minute. */
  void put(String series, long minute, Pane pane);
}
