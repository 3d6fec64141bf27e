package io.tocsin.ingest.feed;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Polls the feeds that are due and ours, a few at a time, each on its own: what one does to its
 * thread no other feed feels.
 */
final class FeedPoller implements AutoCloseable {
  /**
   * Most of the time of a poll is waiting; a thousand feeds every fifteen minutes need about two.
   */
  private static final int THREADS = 8;

  private static final long CLOSE_SECONDS = 3;

  private final List<FeedSource> sources;
  private final FeedVisit visit;
  private final HostGate gate;
  private final Keeper keeper;
  private final Clock clock;
  private final Map<String, FeedState> own = new ConcurrentHashMap<>();
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads;
  private volatile boolean closing;

  /** Keeps the state of a feed after a poll. */
  interface Keeper {
    /**
     * Keeps it; must not fail.
     *
     * @param seenChanged whether other items were seen than before
     */
    void keep(String feed, FeedState state, boolean seenChanged);
  }

  /** A poller; {@link #tick} makes it work. */
  FeedPoller(List<FeedSource> sources, FeedVisit visit, HostGate gate, Keeper keeper, Clock clock) {
    this.sources = List.copyOf(sources);
    this.visit = visit;
    this.gate = gate;
    this.keeper = keeper;
    this.clock = clock;
    AtomicInteger number = new AtomicInteger();
    this.threads =
        Executors.newFixedThreadPool(
            THREADS,
            work -> {
              Thread thread = new Thread(work, "feed-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** What is known of a feed that was polled here; null when it was not. */
  @Nullable FeedState state(String feed) {
    return own.get(feed);
  }

  /**
   * Forgets the feeds that others poll from now on.
   *
   * @return their ids
   */
  List<String> keepOnly(Predicate<String> mine) {
    List<String> left = own.keySet().stream().filter(feed -> !mine.test(feed)).toList();
    left.forEach(own::remove);
    return left;
  }

  /**
   * Starts the polls that are due.
   *
   * @param mine whether a feed is ours
   * @param known its state as others left it; asked once per feed
   */
  void tick(Predicate<String> mine, Known known) {
    Instant now = clock.instant();
    for (FeedSource source : sources) {
      String id = source.id();
      if (closing || underWay.contains(id) || !mine.test(id)) {
        continue;
      }
      FeedState state = own.computeIfAbsent(id, feed -> FeedState.of(source, known.state(feed)));
      if (state.isDue(now) && gate.isFree(FeedFetcher.host(state.url()))) {
        start(source, state, mine);
      }
    }
  }

  /** States as others left them. */
  interface Known {
    /** The state of a feed; null when nothing is known. */
    @Nullable FeedState state(String feed);
  }

  private void start(FeedSource source, FeedState state, Predicate<String> mine) {
    underWay.add(source.id());
    try {
      Future<?> unused =
          threads.submit(
              () -> {
                try {
                  FeedState after = visit.visit(source, state);
                  // Whoever polls the feed by now knows better, and a poll cut short is none.
                  if (!closing && mine.test(source.id())) {
                    own.put(source.id(), after);
                    keeper.keep(source.id(), after, !after.seen().equals(state.seen()));
                  }
                } finally {
                  underWay.remove(source.id());
                }
              });
    } catch (RejectedExecutionException e) {
      underWay.remove(source.id());
    }
  }

  /** Cuts the polls that are under way short; their items are fetched again. */
  @Override
  public void close() {
    closing = true;
    threads.shutdownNow();
    try {
      boolean unused = threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
