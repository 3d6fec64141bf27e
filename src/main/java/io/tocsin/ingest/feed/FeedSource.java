package io.tocsin.ingest.feed;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One feed of the list.
 *
 * @param id its name for people, states and topics, such as {@code bbc-world}
 * @param url where it is
 * @param publisher who publishes it; null takes the domain of each article
 * @param language BCP 47 tag that overrides what the feed says; null believes the feed
 * @param section desk of all its articles; null takes each item's first category
 * @param interval how long to leave it alone at least
 * @param enabled whether it is polled
 */
public record FeedSource(
    String id,
    String url,
    @Nullable String publisher,
    @Nullable String language,
    @Nullable String section,
    Duration interval,
    boolean enabled) {
  /** How often a feed is polled unless the list says otherwise. */
  public static final Duration USUAL_INTERVAL = Duration.ofMinutes(15);

  /** More often is rude, whatever the list says. */
  public static final Duration SHORTEST_INTERVAL = Duration.ofMinutes(1);
}
