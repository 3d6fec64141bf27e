package io.tocsin.backtest;

import io.tocsin.model.Rule;
import io.tocsin.model.Watchlist;
import io.tocsin.topology.CompiledWatchlist;
import io.tocsin.wire.watchlist.WatchlistFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A watchlist to be tried, as if it had been applied before the first article came. */
public final class Trial {
  /** The version that a first apply has: alerts then look as they do on a fresh service. */
  private static final long VERSION = 1;

  private Trial() {}

  /**
   * Reads and compiles a folder.
   *
   * @throws io.tocsin.wire.watchlist.WatchlistException naming up to 20 problems by file and line
   * @throws IllegalArgumentException when an alias or a query cannot be compiled; the message names
   *     it
   */
  public static CompiledWatchlist read(Path folder) {
    return CompiledWatchlist.of(applied(WatchlistFolder.read(folder)));
  }

  private static Watchlist applied(Watchlist wanted) {
    List<Rule> rules = wanted.rules().stream().map(rule -> rule.withVersion(VERSION)).toList();
    return new Watchlist(VERSION, Instant.EPOCH, wanted.subjects(), rules);
  }
}
