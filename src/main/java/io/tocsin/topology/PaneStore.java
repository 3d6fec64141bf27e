package io.tocsin.topology;

import io.tocsin.model.pane.Pane;
import io.tocsin.model.pane.Panes;
import io.tocsin.wire.binary.PaneForm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
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
import org.jspecify.annotations.Nullable;

/**
 * The panes of a task in its store, under keys that sort by series and then by minute.
 *
 * <p>What changes between two commits stays in the heap and is written at the commit, to disk and
 * to the changelog: a busy minute holds a thousand links, and writing them for each pack cost more
 * than all other counting. What was written lately stays as well, so that it need not be read
 * again.
 */
final class PaneStore implements Panes, CommitHook.Waiting {
  /**
   * How much waits to be written, and how much of what was written is kept, in links of about a
   * hundred bytes: five megabytes a task each, in a catch-up; an ordinary day needs a hundredth.
   */
  static final int KEPT = 50_000;

  /** What a piece of evidence takes, in links. */
  private static final int EXHIBIT = 8;

  private final KeyValueStore<String, Pane> store;
  private final int most;
  private final TreeMap<String, Pane> changed = new TreeMap<>();
  private final Map<String, Pane> written = new LinkedHashMap<>(1_024, 0.75f, true);
  private int pending;
  private int kept;

  PaneStore(KeyValueStore<String, Pane> store) {
    this(store, KEPT);
  }

  /**
   * @param most how much is kept of what waits to be written, and of what was; 0 for nothing
   */
  PaneStore(KeyValueStore<String, Pane> store, int most) {
    this.store = store;
    this.most = most;
  }

  static StoreBuilder<KeyValueStore<String, Pane>> builder() {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(Names.PANES), Serdes.String(), PaneForm.serde());
  }

  @Override
  public SortedMap<Long, Pane> between(String series, long fromMinute, long toMinute) {
    String from = key(series, fromMinute);
    String to = key(series, toMinute);
    SortedMap<Long, Pane> found = new TreeMap<>();
    try (KeyValueIterator<String, Pane> panes = store.range(from, to)) {
      while (panes.hasNext()) {
        KeyValue<String, Pane> entry = panes.next();
        found.put(minute(entry.key), entry.value);
      }
    }
    changed.subMap(from, true, to, true).forEach((key, pane) -> found.put(minute(key), pane));
    return found;
  }

  @Override
  public Pane at(String series, long minute) {
    String key = key(series, minute);
    Pane pane = changed.get(key);
    if (pane == null) {
      pane = written.get(key);
    }
    if (pane == null) {
      pane = store.get(key);
    }
    return pane == null ? Pane.EMPTY : pane;
  }

  @Override
  public void put(String series, long minute, Pane pane) {
    String key = key(series, minute);
    pending += weight(pane) - weight(changed.put(key, pane));
    kept -= weight(written.remove(key));
    if (pending > most) {
      send();
    }
  }

  /** Writes what changed. */
  @Override
  public void send() {
    changed.forEach(
        (key, pane) -> {
          store.put(key, pane);
          written.put(key, pane);
          kept += weight(pane);
        });
    changed.clear();
    pending = 0;
    var oldest = written.values().iterator();
    while (kept > most && oldest.hasNext()) {
      kept -= weight(oldest.next());
      oldest.remove();
    }
  }

  @Override
  public void discard() {
    changed.clear();
    written.clear();
    pending = 0;
    kept = 0;
  }

  @Override
  public boolean isEmpty() {
    return changed.isEmpty();
  }

  private static int weight(@Nullable Pane pane) {
    return pane == null
        ? 0
        : 1
            + pane.onTime().links().size()
            + pane.late().links().size()
            + EXHIBIT * pane.exhibits().size();
  }

  /** Drops panes whose last article was received before an instant. */
  void forgetBefore(Instant receivedAt) {
    send();
    List<String> old = new ArrayList<>();
    try (KeyValueIterator<String, Pane> panes = store.all()) {
      while (panes.hasNext()) {
        KeyValue<String, Pane> entry = panes.next();
        if (entry.value.receivedAt().isBefore(receivedAt)) {
          old.add(entry.key);
        }
      }
    }
    for (String key : old) {
      store.delete(key);
      kept -= weight(written.remove(key));
    }
  }

  /**
   * Sixteen hex digits with the sign bit turned, so that text order is the order of minutes, those
   * before 1970 included.
   */
  private static String key(String series, long minute) {
    return series + '\0' + HexFormat.of().toHexDigits(minute ^ Long.MIN_VALUE);
  }

  private static long minute(String key) {
    return Long.parseUnsignedLong(key, key.length() - 16, key.length(), 16) ^ Long.MIN_VALUE;
  }
}
