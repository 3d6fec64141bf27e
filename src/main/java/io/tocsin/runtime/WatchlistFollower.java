package io.tocsin.runtime;

import io.tocsin.topology.CompiledWatchlist;
import io.tocsin.topology.Watchlists;
import io.tocsin.wire.watchlist.WatchlistState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads {@code news.watchlist} from its beginning and on, and holds its versions compiled, side by
 * side. It compiles on a thread of its own; stream threads only ask {@link #at} and never wait or
 * fail there.
 */
public final class WatchlistFollower implements Watchlists, AutoCloseable {
  private static final Logger logger = LoggerFactory.getLogger(WatchlistFollower.class);
  private static final String CLIENT = "tocsin-watchlist-follower";
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

  /** Hears what became of each version; called on the follower's thread. */
  @FunctionalInterface
  public interface Listener {
    /**
     * A version was read to its end.
     *
     * @param version its number
     * @param subjects how many it has
     * @param rules how many it has
     * @param success false when it could not be compiled, so that the last good one stays
     */
    void loaded(long version, int subjects, int rules, boolean success);
  }

  private final WatchlistTopic topic;
  private final Listener listener;
  private final Thread thread = new Thread(this::run, "watchlist-follower");
  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile VersionHistory history = VersionHistory.empty();
  private volatile @Nullable Consumer<String, byte[]> consumer;
  private volatile @Nullable RuntimeException failure;

  // Of the follower's thread alone.
  private WatchlistState state = new WatchlistState();
  private long next;
  private long endAtStart = -1;

  private WatchlistFollower(WatchlistTopic topic, Listener listener) {
    this.topic = topic;
    this.listener = listener;
  }

  /**
   * Starts to follow; returns at once.
   *
   * @param client properties of every Kafka client, with {@code bootstrap.servers}
   * @param prefix of topic names, such as {@code news.}
   */
  public static WatchlistFollower start(
      Map<String, String> client, String prefix, Listener listener) {
    WatchlistFollower follower =
        new WatchlistFollower(new WatchlistTopic(client, prefix), listener);
    follower.thread.setDaemon(true);
    follower.thread.start();
    return follower;
  }

  /**
   * Waits until everything that stood on the topic at the start is read and compiled. On an empty
   * topic that is the empty watchlist.
   *
   * @throws Stop when it takes longer than the limit, with the failure that kept it
   */
  public void awaitFirst(Duration limit) {
    try {
      if (caughtUp.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Stop(ExitCode.INTERRUPTED, "interrupted while the watchlist was read", e);
    }
    RuntimeException reason = failure;
    if (reason instanceof Stop stop) {
      throw new Stop(stop.code(), String.valueOf(stop.getMessage()), stop);
    }
    String detail = reason == null ? "it is still being read" : String.valueOf(reason.getMessage());
    throw new Stop(
        ExitCode.BROKER_UNREACHABLE,
        topic.name() + " was not read to its end within " + limit.toSeconds() + " s: " + detail,
        reason);
  }

  @Override
  public CompiledWatchlist at(Instant receivedAt) {
    return history.at(receivedAt);
  }

  /** The last good version, whether it is effective yet or not. */
  public CompiledWatchlist newest() {
    return history.newest();
  }

  /** Numbers of the versions that are held, in order. */
  List<Long> held() {
    return history.versions().stream().map(compiled -> compiled.watchlist().version()).toList();
  }

  /** Stops following; what is held stays usable. */
  @Override
  public void close() {
    closing.countDown();
    Consumer<String, byte[]> current = consumer;
    if (current != null) {
      current.wakeup();
    }
    try {
      thread.join(CLOSE_LIMIT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    do {
      try (Consumer<String, byte[]> opened = topic.consumer(CLIENT)) {
        consumer = opened;
        follow(opened);
      } catch (WakeupException e) {
        logger.debug("watchlist follower woken up to close");
      } catch (RuntimeException e) {
        report(e);
      } finally {
        consumer = null;
      }
    } while (!isClosing(Duration.ofSeconds(1)));
  }

  private void follow(Consumer<String, byte[]> opened) {
    topic.check(opened);
    opened.assign(List.of(topic.partition()));
    opened.seek(topic.partition(), next);
    if (endAtStart < 0) {
      endAtStart =
          opened.endOffsets(List.of(topic.partition())).getOrDefault(topic.partition(), 0L);
    }
    while (!isClosing(Duration.ZERO)) {
      if (opened.position(topic.partition()) >= endAtStart) {
        caughtUp.countDown();
      }
      for (ConsumerRecord<String, byte[]> record : opened.poll(POLL)) {
        take(record);
      }
      failure = null;
    }
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    if (record.offset() < next) {
      logger.warn("{} was made anew; its watchlist is read from the beginning", topic.name());
      state = new WatchlistState();
    }
    next = record.offset() + 1;
    if (state.add(record.key(), record.value())) {
      load();
    }
  }

  private void load() {
    boolean success = false;
    try {
      if (!state.broken().isEmpty()) {
        throw new IllegalArgumentException(String.join("\n", state.broken().values()));
      }
      history = history.with(history.newest().next(state.watchlist()));
      success = true;
      logger.info(
          "watchlist version {} is loaded, effective from {}",
          state.version(),
          state.watchlist().effectiveFrom());
    } catch (RuntimeException | StackOverflowError e) {
      logger.error(
          "watchlist version {} is refused, version {} stays: {}",
          state.version(),
          history.newest().watchlist().version(),
          e.getMessage());
    }
    try {
      listener.loaded(
          state.version(),
          state.watchlist().subjects().size(),
          state.watchlist().rules().size(),
          success);
    } catch (RuntimeException e) {
      logger.error("a listener failed on watchlist version {}", state.version(), e);
    }
  }

  /** The loop tries again each second: the same failure is told once. */
  private void report(RuntimeException e) {
    RuntimeException before = failure;
    if (before == null || !Objects.equals(before.getMessage(), e.getMessage())) {
      logger.error("{} cannot be followed, it is tried again: {}", topic.name(), e.getMessage());
    }
    failure = e;
  }

  private boolean isClosing(Duration patience) {
    try {
      return closing.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
