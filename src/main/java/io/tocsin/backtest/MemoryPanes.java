package io.tocsin.backtest;

import io.tocsin.model.pane.Pane;
import io.tocsin.model.pane.Panes;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** The panes of one task in the heap; what is a store in the topology. */
final class MemoryPanes implements Panes {
  private static final NavigableMap<Long, Pane> NONE = new TreeMap<>();

  private final Map<String, NavigableMap<Long, Pane>> bySeries = new HashMap<>();

  @Override
  public SortedMap<Long, Pane> between(String series, long fromMinute, long toMinute) {
    return fromMinute > toMinute
        ? new TreeMap<>()
        : new TreeMap<>(of(series).subMap(fromMinute, true, toMinute, true));
  }

  @Override
  public Pane at(String series, long minute) {
    return of(series).getOrDefault(minute, Pane.EMPTY);
  }

  @Override
  public void put(String series, long minute, Pane pane) {
    bySeries.computeIfAbsent(series, unused -> new TreeMap<>()).put(minute, pane);
  }

  /** Drops panes whose last article was received before an instant. */
  void forgetBefore(Instant receivedAt) {
    for (NavigableMap<Long, Pane> panes : bySeries.values()) {
      panes.values().removeIf(pane -> pane.receivedAt().isBefore(receivedAt));
    }
    bySeries.values().removeIf(Map::isEmpty);
  }

  private NavigableMap<Long, Pane> of(String series) {
    return bySeries.getOrDefault(series, NONE);
  }
}
