package io.tocsin.serve.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the index is.
 *
 * @param state {@code reading}, {@code off}, {@code starting}, or {@code retrying: } and why
 * @param documents articles in it
 * @param bytes its size on disk
 * @param behind records of the topic that are not in it yet; -1 while that is not known
 * @param indexedUntil the newest time of receipt in it; null when it is empty
 */
public record SearchState(
    String state, long documents, long bytes, long behind, @Nullable Instant indexedUntil) {
  /** Of an instance that keeps no index. */
  public static final SearchState OFF = new SearchState("off", 0, 0, 0, null);
}
