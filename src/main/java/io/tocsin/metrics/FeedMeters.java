package io.tocsin.metrics;

import static io.tocsin.metrics.Meters.counter;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts polls of feeds by outcome, and tells of each feed when it was well last. Feeds are named
 * by their ids in the list, the first thousand of them; an instance has a series for those that it
 * polled.
 */
public final class FeedMeters {
  /** Feeds that keep a series of their own. */
  static final int FEEDS = 1_000;

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(2),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30),
    Duration.ofSeconds(60)
  };

  private final MeterRegistry registry;
  private final Counter fresh;
  private final Counter corrected;
  private final Timer duration;
  private final CappedLabel feeds;
  private final Map<String, AtomicLong> successes = new ConcurrentHashMap<>();
  private final Map<String, Boolean> failing = new ConcurrentHashMap<>();

  FeedMeters(MeterRegistry registry) {
    this.registry = registry;
    this.fresh = items("new");
    this.corrected = items("correction");
    this.duration =
        Timer.builder(Meters.FEED_DURATION)
            .description("Time from asking for a feed until its new items are acknowledged")
            .serviceLevelObjectives(BUCKETS)
            .register(registry);
    Counter cut =
        counter(Meters.CUT, "Times a label value became `other` because there were too many")
            .tag("label", "feed")
            .register(registry);
    this.feeds = new CappedLabel(FEEDS, cut::increment);
    Gauge.builder(Meters.FEEDS_FAILING, failing, Map::size)
        .description("Feeds whose last poll by this instance failed")
        .register(registry);
  }

  /** Shows an outcome as zero before it happens; outcomes are a closed set. */
  public void expect(String outcome) {
    fetches(outcome);
  }

  /**
   * A poll ended.
   *
   * @param feed id of the feed in the list
   * @param outcome word of a closed set
   * @param success whether the feed is well
   * @param took the whole poll
   */
  public void polled(String feed, String outcome, boolean success, Duration took) {
    fetches(outcome).increment();
    duration.record(took);
    if (success) {
      failing.remove(feed);
      success(feeds.of(feed)).set(Clock.SYSTEM.wallTime() / 1_000);
    } else {
      failing.put(feed, true);
    }
  }

  /** Another instance polls a feed from now on: whether it fails is that one's to tell. */
  public void left(String feed) {
    failing.remove(feed);
  }

  /** Items were acknowledged: some never seen before, some seen in another version. */
  public void published(int fresh, int corrected) {
    this.fresh.increment(fresh);
    this.corrected.increment(corrected);
  }

  private Counter fetches(String outcome) {
    return counter(Meters.FEED_FETCHES, "Polls of feeds, by how they ended")
        .tag("outcome", outcome)
        .register(registry);
  }

  private Counter items(String kind) {
    return counter(Meters.FEED_ITEMS, "Items of feeds that were published as articles, by kind")
        .tag("kind", kind)
        .register(registry);
  }

  private AtomicLong success(String feed) {
    return successes.computeIfAbsent(
        feed,
        name -> {
          AtomicLong seconds = new AtomicLong();
          Gauge.builder(Meters.FEED_SUCCESS, seconds, AtomicLong::get)
              .description("When a feed that this instance polls was well last")
              .baseUnit("seconds")
              .tag("feed", name)
              .register(registry);
          return seconds;
        });
  }
}
