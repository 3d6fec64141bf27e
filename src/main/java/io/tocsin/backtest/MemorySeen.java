package io.tocsin.backtest;

import io.tocsin.count.Memory;
import io.tocsin.count.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Article ids in the heap, for the duplicate window; what is a window store in the topology. */
final class MemorySeen implements Memory {
  private final Duration window;

  /** Oldest first: a memory keeps the time and the place of its first version. */
  private final Map<String, Remembered> byId = new LinkedHashMap<>();

  MemorySeen(Duration window) {
    this.window = window;
  }

  @Override
  public @Nullable Remembered of(String id, Instant receivedAt) {
    Remembered known = byId.get(id);
    return known == null || outdated(known, receivedAt) ? null : known;
  }

  @Override
  public void put(String id, Instant since, Seen seen) {
    Remembered known = byId.get(id);
    if (known != null && !known.since().equals(since)) {
      byId.remove(id);
    }
    byId.put(id, new Remembered(seen, since));
    Iterator<Remembered> oldest = byId.values().iterator();
    while (oldest.hasNext() && outdated(oldest.next(), since)) {
      oldest.remove();
    }
  }

  private boolean outdated(Remembered known, Instant receivedAt) {
    return known.since().isBefore(receivedAt.minus(window));
  }
}
