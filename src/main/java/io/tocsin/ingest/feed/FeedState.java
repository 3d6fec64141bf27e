package io.tocsin.ingest.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tocsin.wire.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one feed: a value of {@code news.feeds}, by the feed's id. It lives there alone,
 * so that whoever polls the feed next goes on where the last one stopped.
 *
 * @param listed the URL of the list; when that changes, all below is forgotten
 * @param url where the feed is now, after moves that were told to be permanent
 * @param validators for the next conditional request
 * @param pace what the feed asked for when it was read last
 * @param outcome of the last poll
 * @param detail of the last poll, one sentence; empty when all is well
 * @param polledAt when it was polled last; null before the first poll
 * @param succeededAt when it was well last; null before the first time
 * @param nextAt when it is polled next; null at once
 * @param failures polls in a row that failed
 * @param gone whether it is never polled again
 * @param title what the feed calls itself
 * @param items in the feed when it was read last
 * @param published new items and corrections over all polls
 * @param seen items that were published, packed by {@link SeenItems}
 */
public record FeedState(
    String listed,
    String url,
    Validators validators,
    Pace pace,
    @Nullable FeedOutcome outcome,
    String detail,
    @Nullable Instant polledAt,
    @Nullable Instant succeededAt,
    @Nullable Instant nextAt,
    int failures,
    boolean gone,
    String title,
    int items,
    long published,
    String seen) {

  /** Refuses what another version wrote without these; the feed then starts afresh. */
  public FeedState {
    Objects.requireNonNull(listed, "listed");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(validators, "validators");
    Objects.requireNonNull(pace, "pace");
    Objects.requireNonNull(detail, "detail");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(seen, "seen");
  }

  /** A feed that was never polled. */
  public static FeedState fresh(FeedSource source) {
    return new FeedState(
        source.url(),
        source.url(),
        Validators.NONE,
        Pace.ANY,
        null,
        "",
        null,
        null,
        null,
        0,
        false,
        "",
        0,
        0,
        "");
  }

  /** The state of a feed, or a fresh one when it is of another URL than the list's. */
  static FeedState of(FeedSource source, @Nullable FeedState known) {
    return known == null || !known.listed().equals(source.url()) ? fresh(source) : known;
  }

  /** Whether it is to be polled now. */
  boolean isDue(Instant now) {
    return !gone && (nextAt == null || !nextAt.isAfter(now));
  }

  /** This state with other items seen. */
  FeedState with(String seenItems) {
    return new FeedState(
        listed,
        url,
        validators,
        pace,
        outcome,
        detail,
        polledAt,
        succeededAt,
        nextAt,
        failures,
        gone,
        title,
        items,
        published,
        seenItems);
  }

  /** JSON in UTF-8, without the items seen: they are many and change seldom. */
  byte[] bytes() {
    try {
      return Json.MAPPER.writeValueAsBytes(with(""));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a state can always be written as JSON", e);
    }
  }

  /**
   * What {@link #bytes} wrote; null for what it did not write, which is as good as nothing known.
   */
  static @Nullable FeedState read(byte[] bytes) {
    try {
      return Json.MAPPER.readValue(bytes, FeedState.class);
    } catch (IOException e) {
      return null;
    }
  }
}
