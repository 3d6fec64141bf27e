package io.tocsin.topology;

import io.tocsin.count.Memory;
import io.tocsin.count.Seen;
import io.tocsin.wire.JsonSerde;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/**
 * Remembers article ids for the duplicate window. The window runs in receive time: it grows
 * steadily whatever event times an archive brings, so that a replay forgets nothing that it still
 * needs.
 */
final class SeenStore implements Memory {
  private static final Duration SLACK = Duration.ofDays(1);

  private final WindowStore<String, Seen> store;
  private final Duration window;

  SeenStore(WindowStore<String, Seen> store, Duration window) {
    this.store = store;
    this.window = window;
  }

  static StoreBuilder<WindowStore<String, Seen>> builder(Duration window) {
    return Stores.windowStoreBuilder(
        Stores.persistentWindowStore(Names.SEEN, window.plus(SLACK), window, false),
        Serdes.String(),
        JsonSerde.of(Seen.class));
  }

  @Override
  public @Nullable Remembered of(String id, Instant receivedAt) {
    Remembered newest = null;
    try (WindowStoreIterator<Seen> found = store.fetch(id, receivedAt.minus(window), receivedAt)) {
      while (found.hasNext()) {
        var entry = found.next();
        newest = new Remembered(entry.value, Instant.ofEpochMilli(entry.key));
      }
    }
    return newest;
  }

  @Override
  public void put(String id, Instant since, Seen seen) {
    store.put(id, seen, since.toEpochMilli());
  }
}
