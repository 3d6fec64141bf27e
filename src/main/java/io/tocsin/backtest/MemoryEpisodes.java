package io.tocsin.backtest;

import io.tocsin.alert.Episode;
import io.tocsin.alert.Episodes;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The episodes of one task in the heap; what is a store in the topology. */
final class MemoryEpisodes implements Episodes {
  private final TreeMap<String, Episode> byKey = new TreeMap<>();

  @Override
  public @Nullable Episode get(String key) {
    return byKey.get(key);
  }

  @Override
  public void put(Episode episode) {
    byKey.put(episode.key(), episode);
  }

  @Override
  public List<Episode> unsettled() {
    return byKey.values().stream().filter(Episode::unsettled).toList();
  }

  /** Drops settled episodes whose last article was received before an instant. */
  void forgetBefore(Instant receivedAt) {
    byKey
        .values()
        .removeIf(
            episode ->
                !episode.unsettled() && episode.progress().receivedAt().isBefore(receivedAt));
  }
}
