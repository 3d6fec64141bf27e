package io.tocsin.count;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Article ids that came before, as the stages see them; the topology keeps them in a store, the
 * back-test in a map. They are remembered for a window of receive time.
 */
public interface Memory {

  /** What is remembered of an id at a receive time; null when nothing is. */
  @Nullable Remembered of(String id, Instant receivedAt);

  /** Remembers an id from a receive time on, in place of what was remembered since then. */
  void put(String id, Instant since, Seen seen);

  /**
   * A memory and when it began.
   *
   * @param seen the memory
   * @param since receive time of the first version
   */
  record Remembered(Seen seen, Instant since) {}
}
