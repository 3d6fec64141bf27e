package io.tocsin.runtime;

import io.tocsin.settings.Settings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the parts of the service in order, waits for its end and closes them in reverse: broker,
 * topics, watchlist, streams, web.
 */
public final class Service implements AutoCloseable {

  private static final Logger logger = LoggerFactory.getLogger(Service.class);

  private static final Duration ADMIN_CLOSE = Duration.ofMillis(500);

  private final Settings settings;
  private final Parts parts;
  private final Health health = new Health();
  private final CompletableFuture<Verdict> ending = new CompletableFuture<>();
  private final Deque<Closing> open = new ArrayDeque<>();
  private volatile boolean stopping;
  private volatile @Nullable Thread waiting;
  private boolean closed;

  /**
   * A service that is not started.
   *
   * @param settings in force
   * @param parts what is started besides the broker, the topics and the engine
   */
  public Service(Settings settings, Parts parts) {
    this.settings = settings;
    this.parts = parts;
  }

  /** What was started, with its name for the log. */
  private record Closing(String name, AutoCloseable part) {}

  /**
   * Starts everything; returns when the streams are started, which may be before they run. Waits as
   * long as it takes for a cluster that is down.
   *
   * @throws Stop when a part cannot be started; {@link #close} then closes those before it
   */
  public synchronized void start() {
    DataFolder folder = opened("data folder", DataFolder.open(settings.data()));
    boolean embedded = settings.kafka().bootstrapServers() == null;
    health.report(Health.Part.BROKER, embedded ? "starting" : "connecting");
    Cluster cluster = embedded ? startBroker(folder) : Cluster.find(settings);
    Admin admin = waiting(() -> BrokerDoor.open(cluster, Integer.MAX_VALUE, () -> stopping));
    opened("admin client", () -> admin.close(ADMIN_CLOSE));
    health.broker(true, "answers at " + cluster.bootstrap());
    prepareTopics(admin, cluster, embedded);
    Parts.Followed followed = waiting(() -> parts.follow(cluster));
    opened("watchlist", followed.following());
    health.watchlistLoaded();
    Properties properties =
        StreamsProperties.of(settings, cluster, folder.streams(), BrokerDoor.brokers(admin));
    properties.putAll(parts.streamsProperties());
    StreamsRunner streams =
        opened(
            "streams",
            new StreamsRunner(
                parts.topology(settings, followed.watchlists()), properties, health, ending));
    streams.start();
    opened("broker watch", BrokerWatch.start(admin, cluster, health));
    opened(
        "web",
        parts.serve(
            new Running(settings, cluster, streams.streams(), followed.watchlists(), health)));
    health.report(Health.Part.WEB, "listening");
  }

  /** How it is now. */
  public Health health() {
    return health;
  }

  /**
   * Blocks until {@link #close} is called or the stream has failed for good; then says how it
   * ended.
   */
  public ExitCode await() {
    return ending.join().code();
  }

  /**
   * Closes what is open, the last started first, so that the broker outlives its clients. Safe to
   * call twice.
   */
  @Override
  public void close() {
    stopping = true;
    Thread starting = waiting;
    if (starting != null) {
      starting.interrupt();
    }
    // A start that is under way ends first, at its next step.
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      long started = System.nanoTime();
      while (true) {
        Closing next = poll();
        if (next == null) {
          break;
        }
        close(next);
      }
      logger.info(
          "stopped after {} ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
    }
    ending.complete(new Verdict(false, ExitCode.OK, "stopped"));
  }

  /** Does what may take long because others are away; a close interrupts it. */
  private <T> T waiting(Supplier<T> step) {
    waiting = Thread.currentThread();
    try {
      return step.get();
    } finally {
      waiting = null;
    }
  }

  private Cluster startBroker(DataFolder folder) {
    EmbeddedBroker broker =
        opened("broker", EmbeddedBroker.start(folder, settings.broker().port()));
    return Cluster.at(broker.bootstrap(), settings);
  }

  private void prepareTopics(Admin admin, Cluster cluster, boolean embedded) {
    TopicAdmin topics = new TopicAdmin(admin, cluster.prefix());
    if (embedded) {
      topics.apply().forEach(change -> logger.info("topics: {}", change));
    } else {
      topics.verify();
    }
    health.report(Health.Part.TOPICS, "verified");
  }

  /** Remembers a part for the close; closes it at once when that has begun meanwhile. */
  private <T extends AutoCloseable> T opened(String name, T part) {
    synchronized (open) {
      open.push(new Closing(name, part));
    }
    if (stopping) {
      throw new Stop(ExitCode.INTERRUPTED, "stopped during the start");
    }
    return part;
  }

  private @Nullable Closing poll() {
    synchronized (open) {
      return open.poll();
    }
  }

  private static void close(Closing closing) {
    try {
      closing.part().close();
    } catch (Exception e) {
      logger.warn("cannot close the {}: {}", closing.name(), e.getMessage(), e);
    }
  }
}
