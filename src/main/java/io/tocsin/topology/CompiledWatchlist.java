package io.tocsin.topology;

import io.tocsin.alert.RuleBook;
import io.tocsin.model.Watchlist;
import io.tocsin.tag.Tagger;

/**
 * One version of the watchlist, ready for use; immutable and shared by all stream threads.
 *
 * @param watchlist the subjects and rules as data
 * @param tagger finds the subjects and the queries of {@code match} rules
 * @param rules the rules by what they look at
 */
public record CompiledWatchlist(Watchlist watchlist, Tagger tagger, RuleBook rules) {

  /**
   * Compiles a version.
   *
   * @throws IllegalArgumentException when an alias or a query cannot be compiled; the message names
   *     it
   */
  public static CompiledWatchlist of(Watchlist watchlist) {
    return new CompiledWatchlist(watchlist, Tagger.compile(watchlist), new RuleBook(watchlist));
  }

  /**
   * Compiles the version that follows this one; what did not change is taken from here.
   *
   * @throws IllegalArgumentException as above
   */
  public CompiledWatchlist next(Watchlist changed) {
    return new CompiledWatchlist(changed, tagger.next(changed), new RuleBook(changed));
  }
}
