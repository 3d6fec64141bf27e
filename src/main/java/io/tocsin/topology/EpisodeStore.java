package io.tocsin.topology;

import io.tocsin.alert.Episode;
import io.tocsin.alert.Episodes;
import io.tocsin.wire.JsonSerde;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** The episodes of a task in its store. */
final class EpisodeStore implements Episodes {
  private final KeyValueStore<String, Episode> store;

  EpisodeStore(KeyValueStore<String, Episode> store) {
    this.store = store;
  }

  static StoreBuilder<KeyValueStore<String, Episode>> builder() {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(Names.EPISODES),
        Serdes.String(),
        JsonSerde.of(Episode.class));
  }

  @Override
  public @Nullable Episode get(String key) {
    return store.get(key);
  }

  @Override
  public void put(Episode episode) {
    store.put(episode.key(), episode);
  }

  @Override
  public List<Episode> unsettled() {
    List<Episode> unsettled = new ArrayList<>();
    try (KeyValueIterator<String, Episode> all = store.all()) {
      while (all.hasNext()) {
        Episode episode = all.next().value;
        if (episode.unsettled()) {
          unsettled.add(episode);
        }
      }
    }
    return unsettled;
  }

  /** Drops settled episodes whose last article was received before an instant. */
  void forgetBefore(Instant receivedAt) {
    try (KeyValueIterator<String, Episode> all = store.all()) {
      while (all.hasNext()) {
        Episode episode = all.next().value;
        if (!episode.unsettled() && episode.progress().receivedAt().isBefore(receivedAt)) {
          store.delete(episode.key());
        }
      }
    }
  }
}
