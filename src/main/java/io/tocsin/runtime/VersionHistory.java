package io.tocsin.runtime;

import io.tocsin.model.Watchlist;
import io.tocsin.topology.CompiledWatchlist;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The versions of the watchlist side by side; immutable. Its content follows from the sequence of
 * versions alone, so that every instance and every restart holds the same.
 *
 * @param versions in order of version; never empty
 */
record VersionHistory(List<CompiledWatchlist> versions) {
  /** So many are kept even when they are old. */
  static final int KEPT = 32;

  /**
   * Articles stay on their topic that long, so that any of them may have to be tagged once more.
   */
  static final Duration NEEDED = Duration.ofDays(7);

  VersionHistory {
    versions = List.copyOf(versions);
  }

  /** Nothing was applied yet. */
  static VersionHistory empty() {
    return new VersionHistory(List.of(CompiledWatchlist.of(Watchlist.EMPTY)));
  }

  /** The last version. */
  CompiledWatchlist newest() {
    return versions.get(versions.size() - 1);
  }

  /** The newest that was effective at an instant, else the oldest that is held. */
  CompiledWatchlist at(Instant receivedAt) {
    for (int i = versions.size() - 1; i > 0; i--) {
      if (!versions.get(i).watchlist().effectiveFrom().isAfter(receivedAt)) {
        return versions.get(i);
      }
    }
    return versions.get(0);
  }

  /**
   * With one more. A version that is not newer than the last means that the topic was made anew;
   * then the old ones say nothing any more. Nor does the empty watchlist once there is a first.
   */
  VersionHistory with(CompiledWatchlist next) {
    long last = newest().watchlist().version();
    if (last == 0 || next.watchlist().version() <= last) {
      return new VersionHistory(List.of(next));
    }
    List<CompiledWatchlist> all = new ArrayList<>(versions);
    all.add(next);
    Instant horizon = next.watchlist().effectiveFrom().minus(NEEDED);
    int first = 0;
    while (all.size() - first > KEPT
        && !all.get(first + 1).watchlist().effectiveFrom().isAfter(horizon)) {
      first++;
    }
    return new VersionHistory(all.subList(first, all.size()));
  }
}
