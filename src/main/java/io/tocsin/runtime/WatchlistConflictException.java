package io.tocsin.runtime;

/**
 * Somebody else changed the watchlist between reading and writing it; nothing of ours was written.
 */
public final class WatchlistConflictException extends RuntimeException {
  WatchlistConflictException(String message, Throwable cause) {
    super(message, cause);
  }

  WatchlistConflictException(String message) {
    super(message);
  }
}
