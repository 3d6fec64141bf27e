package io.tocsin.ingest.feed.parse;

import java.time.Duration;

/**
 * What a feed may cost.
 *
 * @param bytes of the feed, unpacked
 * @param items that are read; more are counted and left
 * @param tags of XML; each costs memory whatever it says
 * @param time for reading one feed
 */
public record FeedLimits(int bytes, int items, int tags, Duration time) {
  /**
   * A feed of 2,000 items with a hundred tags each. The largest of some three hundred real polls
   * had 2 MB and 100 items.
   */
  public static final FeedLimits STANDARD =
      new FeedLimits(10_000_000, 2_000, 400_000, Duration.ofSeconds(5));
}
