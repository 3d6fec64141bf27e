package io.tocsin.topology;

import io.tocsin.model.pane.Pane;
import io.tocsin.model.pane.Panes;
import io.tocsin.wire.JsonSerde;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The panes of a task in its store, under keys that sort by series and then by minute. */
final class PaneStore implements Panes {
  private final KeyValueStore<String, Pane> store;

  PaneStore(KeyValueStore<String, Pane> store) {
    this.store = store;
  }

  static StoreBuilder<KeyValueStore<String, Pane>> builder() {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(Names.PANES), Serdes.String(), JsonSerde.of(Pane.class));
  }

  @Override
  public SortedMap<Long, Pane> between(String series, long fromMinute, long toMinute) {
    SortedMap<Long, Pane> found = new TreeMap<>();
    try (KeyValueIterator<String, Pane> panes =
        store.range(key(series, fromMinute), key(series, toMinute))) {
      while (panes.hasNext()) {
        KeyValue<String, Pane> entry = panes.next();
        found.put(minute(entry.key), entry.value);
      }
    }
    return found;
  }

  @Override
  public Pane at(String series, long minute) {
    Pane pane = store.get(key(series, minute));
    return pane == null ? Pane.EMPTY : pane;
  }

  @Override
  public void put(String series, long minute, Pane pane) {
    store.put(key(series, minute), pane);
  }

  /** Drops panes whose last article was received before an instant. */
  void forgetBefore(Instant receivedAt) {
    try (KeyValueIterator<String, Pane> panes = store.all()) {
      while (panes.hasNext()) {
        KeyValue<String, Pane> entry = panes.next();
        if (entry.value.receivedAt().isBefore(receivedAt)) {
          store.delete(entry.key);
        }
      }
    }
  }

  /**
   * Sixteen hex digits with the sign bit turned, so that text order is the order of minutes, those
   * before 1970 included.
   */
  private static String key(String series, long minute) {
    return series + '\0' + String.format("%016x", minute ^ Long.MIN_VALUE);
  }

  private static long minute(String key) {
    return Long.parseUnsignedLong(key, key.length() - 16, key.length(), 16) ^ Long.MIN_VALUE;
  }
}
