package io.tocsin.wire.watchlist;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects problems, so that one run shows a user many of them and not only the first. */
final class Problems {
  /** After so many, reading stops: the rest is usually the same mistake again. */
  static final int LIMIT = 20;

  private final List<Problem> found = new ArrayList<>();

  /**
   * Adds one.
   *
   * @throws WatchlistException when the limit is reached
   */
  void add(Place place, @Nullable String id, String message) {
    add(new Problem(place.file(), place.line(), place.column(), id, message));
  }

  /** Adds one that was found elsewhere; throws as above. */
  void add(Problem problem) {
    found.add(problem);
    if (found.size() >= LIMIT) {
      throw new WatchlistException(found);
    }
  }

  /** Those so far, in the order in which they were found. */
  List<Problem> found() {
    return List.copyOf(found);
  }

  int size() {
    return found.size();
  }

  /**
   * Ends the reading.
   *
   * @throws WatchlistException when anything was found
   */
  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new WatchlistException(found);
    }
  }
}
