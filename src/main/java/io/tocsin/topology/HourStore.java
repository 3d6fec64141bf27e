package io.tocsin.topology;

import io.tocsin.model.Alert.Observed;
import io.tocsin.model.pane.Hours;
import io.tocsin.wire.binary.DayForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The hours of a task in its store, one record for each series and day, under keys that sort by
 * series and then by day. What changes between two commits is written at the commit, as panes are.
 */
final class HourStore implements Hours, CommitHook.Waiting {
  private static final int DAY = 24;

  /** How many days may wait to be written: ten megabytes, in a catch-up. */
  private static final int MOST = 20_000;

  private final KeyValueStore<String, SortedMap<Long, Observed>> store;
  private final Map<String, SortedMap<Long, Observed>> changed = new HashMap<>();

  HourStore(KeyValueStore<String, SortedMap<Long, Observed>> store) {
    this.store = store;
  }

  static StoreBuilder<KeyValueStore<String, SortedMap<Long, Observed>>> builder() {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(Names.HOURS), Serdes.String(), DayForm.serde());
  }

  @Override
  public SortedMap<Long, Observed> between(String series, long firstHour, long lastHour) {
    SortedMap<Long, Observed> found = new TreeMap<>();
    long first = Math.floorDiv(firstHour, DAY);
    long last = Math.floorDiv(lastHour, DAY);
    try (var days = store.range(key(series, first), key(series, last))) {
      while (days.hasNext()) {
        found.putAll(days.next().value);
      }
    }
    for (long day = first; day <= last; day++) {
      found.putAll(changed.getOrDefault(key(series, day), new TreeMap<>()));
    }
    return found.subMap(firstHour, lastHour + 1);
  }

  @Override
  public void add(String series, long hour, Observed more) {
    String key = key(series, Math.floorDiv(hour, DAY));
    SortedMap<Long, Observed> day = changed.get(key);
    if (day == null) {
      SortedMap<Long, Observed> known = store.get(key);
      if (known == null) {
        forget(series, Math.floorDiv(hour, DAY) - DAYS);
      }
      day = known == null ? new TreeMap<>() : known;
      changed.put(key, day);
    }
    day.merge(hour, more, Observed::plus);
    if (changed.size() > MOST) {
      send();
    }
  }

  /** A new day of a series: what lies too far before it goes. */
  private void forget(String series, long day) {
    List<String> old = new ArrayList<>();
    try (KeyValueIterator<String, SortedMap<Long, Observed>> days =
        store.range(key(series, Long.MIN_VALUE), key(series, day))) {
      while (days.hasNext()) {
        KeyValue<String, SortedMap<Long, Observed>> entry = days.next();
        old.add(entry.key);
      }
    }
    old.forEach(store::delete);
  }

  @Override
  public void send() {
    changed.forEach(store::put);
    changed.clear();
  }

  @Override
  public void discard() {
    changed.clear();
  }

  @Override
  public boolean isEmpty() {
    return changed.isEmpty();
  }

  private static String key(String series, long day) {
    return series + '\0' + HexFormat.of().toHexDigits(day ^ Long.MIN_VALUE);
  }
}
