package io.tocsin.serve.search;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/**
 * When the index shows, saves and lets go of what it has: what was taken is visible within a second
 * and on disk within five; age and size are looked at once a minute.
 */
final class IndexCare {
  private static final long REFRESH_NANOS = Duration.ofMillis(500).toNanos();
  private static final long COMMIT_NANOS = Duration.ofSeconds(5).toNanos();
  private static final long TIDY_NANOS = Duration.ofMinutes(1).toNanos();
  private static final int MOST_TENTHS = 20;

  private final ArticleIndex index;
  private final Bounds bounds;
  private long refreshed = System.nanoTime();
  private long committed = refreshed;
  private long tidied = refreshed - TIDY_NANOS;
  private boolean unseen;
  private boolean unsaved;

  /**
   * How much is kept.
   *
   * @param retention how long after its receipt an article is found
   * @param maxBytes most bytes on disk
   * @param clock tells the time that retention is counted back from
   */
  record Bounds(Duration retention, long maxBytes, Clock clock) {}

  IndexCare(ArticleIndex index, Bounds bounds) {
    this.index = index;
    this.bounds = bounds;
  }

  /** Does what is due; called after each look at the topic. */
  void after(boolean took) throws IOException {
    unseen |= took;
    unsaved |= took;
    long now = System.nanoTime();
    if (unseen && now - refreshed >= REFRESH_NANOS) {
      index.refresh();
      refreshed = now;
      unseen = false;
    }
    if (unsaved && now - committed >= COMMIT_NANOS) {
      index.commit();
      committed = now;
      unsaved = false;
    }
    if (now - tidied >= TIDY_NANOS) {
      tidy();
      tidied = now;
    }
  }

  /** Lets go of what is too old, and of the oldest as long as the index is too large. */
  void tidy() throws IOException {
    index.removeBefore(bounds.clock().instant().minus(bounds.retention()));
    index.refresh();
    index.commit();
    for (int i = 0; i < MOST_TENTHS && index.bytes() > bounds.maxBytes(); i++) {
      if (index.documents() == 0) {
        return;
      }
      index.removeOldest();
    }
  }
}
