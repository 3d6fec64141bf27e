package io.tocsin.topology;

import io.tocsin.alert.spike.History;
import java.util.SortedMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * How many articles were accepted, minute by minute and hour by hour, whatever they mention: every
 * task of the counts keeps all of it, because each subject's are held against it.
 */
final class VolumeStore implements CommitHook.Waiting {
  private static final String ALL = "all";

  private final KeyValueStore<String, byte[]> store;
  private final History volume;
  private boolean changed;

  VolumeStore(KeyValueStore<String, byte[]> store) {
    this.store = store;
    byte[] known = store.get(ALL);
    volume = known == null ? History.lasting() : History.lastingFromBytes(known);
  }

  static StoreBuilder<KeyValueStore<String, byte[]>> builder() {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(Names.VOLUME), Serdes.String(), Serdes.ByteArray());
  }

  /** So many more articles in these minutes. */
  void add(SortedMap<Long, Long> accepted) {
    accepted.forEach(volume::add);
    changed |= !accepted.isEmpty();
  }

  /** All of it; read by rules. */
  History volume() {
    return volume;
  }

  @Override
  public void send() {
    store.put(ALL, volume.toBytes());
    changed = false;
  }

  /** The task reads it from its store again before it goes on. */
  @Override
  public void discard() {
    changed = false;
  }

  @Override
  public boolean isEmpty() {
    return !changed;
  }
}
