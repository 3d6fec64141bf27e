package io.tocsin.backtest;

import io.tocsin.model.Alert.Observed;
import io.tocsin.model.pane.Hours;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The hours of one task in the heap; what is a store in the topology. */
final class MemoryHours implements Hours {
  private static final long DAY = 24;

  private final Map<String, TreeMap<Long, Observed>> bySeries = new HashMap<>();

  @Override
  public SortedMap<Long, Observed> between(String series, long firstHour, long lastHour) {
    TreeMap<Long, Observed> hours = bySeries.get(series);
    return hours == null ? new TreeMap<>() : hours.subMap(firstHour, lastHour + 1);
  }

  @Override
  public void add(String series, long hour, Observed more) {
    TreeMap<Long, Observed> hours = bySeries.computeIfAbsent(series, s -> new TreeMap<>());
    hours.merge(hour, more, Observed::plus);
    long day = Math.floorDiv(hours.lastKey(), DAY);
    hours.headMap((day - DAYS + 1) * DAY).clear();
  }
}
