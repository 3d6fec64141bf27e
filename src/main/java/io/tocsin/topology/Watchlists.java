package io.tocsin.topology;

import java.time.Instant;

/** The compiled versions of the watchlist that an instance holds. */
public interface Watchlists {

  /**
   * The version for an article received at an instant: the newest that was effective by then, else
   * the oldest that is held. The same record therefore meets the same version on every instance and
   * in every replay.
   */
  CompiledWatchlist at(Instant receivedAt);
}
