package io.tocsin.ingest.feed;

import java.time.Duration;

/** Hears of every poll; called from many threads. */
public interface FeedListener {
  /**
   * A poll ended.
   *
   * @param feed id of the feed
   * @param state after it
   * @param took from the first byte sent to the last item acknowledged
   */
  void polled(String feed, FeedState state, Duration took);

  /**
   * Items of a feed were acknowledged by the cluster.
   *
   * @param fresh that were never seen before
   * @param corrected that were seen in another version
   */
  void published(int fresh, int corrected);

  /** Another instance polls a feed from now on. */
  default void left(String feed) {}
}
