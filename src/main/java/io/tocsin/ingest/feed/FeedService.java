package io.tocsin.ingest.feed;

import io.tocsin.ingest.ArticlePublisher;
import io.tocsin.ingest.feed.parse.FeedParser;
import io.tocsin.outbound.OutboundClient;
import io.tocsin.outbound.OutboundPolicy;
import io.tocsin.wire.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls the enabled feeds for as long as the service runs. The instances of an application share
 * them: a feed belongs to a partition of {@code news.feeds}, and who owns the partition in the
 * group polls it.
 */
public final class FeedService implements AutoCloseable {
  private static final Logger logger = LoggerFactory.getLogger(FeedService.class);
  private static final Duration TICK = Duration.ofMillis(250);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);
  private static final long UNKNOWN = Long.MAX_VALUE;

  private final FeedList list;
  private final FeedListener listener;
  private final FeedTopic topic;
  private final FeedStates states;
  private final FeedPoller poller;
  private final OutboundClient client;
  private final ArticlePublisher publisher;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "feeds");

  /** Partitions that are ours, with where they ended when they became ours. */
  private final Map<Integer, Long> owned = new ConcurrentHashMap<>();

  private volatile int partitions;
  private volatile @Nullable Consumer<String, byte[]> current;
  private boolean troubled;

  /**
   * Where the feeds are polled to and for whom.
   *
   * @param client properties of every Kafka client, with {@code bootstrap.servers}
   * @param prefix of topic names, such as {@code news.}
   * @param application name that instances have in common
   */
  public record Place(Map<String, String> client, String prefix, String application) {
    /** Makes the properties immutable. */
    public Place {
      client = Map.copyOf(client);
    }
  }

  private FeedService(
      FeedList list, FetchRules rules, Place place, FeedListener listener, Clock clock) {
    this.list = list;
    this.listener = listener;
    this.topic = FeedTopic.of(place.client(), place.prefix(), place.application());
    this.states = new FeedStates(topic);
    this.publisher =
        ArticlePublisher.connect(
            place.client().getOrDefault("bootstrap.servers", ""),
            place.application() + "-feeds-articles",
            place.client(),
            Topics.ARTICLES.name(place.prefix()),
            "/tocsin/feeds");
    this.client =
        new OutboundClient(
            new OutboundPolicy(list.allowedHosts(), list.allowedPorts()), rules.limits());
    HostGate gate = new HostGate();
    FeedVisit visit =
        new FeedVisit(
            new FeedFetcher(client, gate, rules, clock),
            new FeedParser(),
            publisher,
            new FeedSchedule(() -> ThreadLocalRandom.current().nextDouble()),
            listener,
            clock);
    this.poller = new FeedPoller(list.enabled(), visit, gate, this::keep, clock);
    thread.setDaemon(true);
  }

  /**
   * Starts to poll; returns at once.
   *
   * @param listener hears of every poll
   */
  public static FeedService start(
      FeedList list, FetchRules rules, Place place, FeedListener listener) {
    FeedService service = new FeedService(list, rules, place, listener, Clock.systemUTC());
    logger.info("{} of {} feeds are enabled", list.enabled().size(), list.feeds().size());
    service.states.start();
    service.thread.start();
    return service;
  }

  /** The feeds of a list of which none is polled. */
  public static List<FeedStatus> unpolled(FeedList list) {
    return list.feeds().stream()
        .map(source -> FeedStatus.of(source, FeedState.fresh(source), false))
        .toList();
  }

  /** Every feed of the list with what is known of it by any instance. */
  public List<FeedStatus> statuses() {
    return list.feeds().stream().map(this::status).toList();
  }

  /** Stops to poll within a few seconds; what was under way is fetched again by the next one. */
  @Override
  public void close() {
    closing.countDown();
    Consumer<String, byte[]> consumer = current;
    if (consumer != null) {
      consumer.wakeup();
    }
    poller.close();
    client.close();
    try {
      thread.join(CLOSE_LIMIT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    publisher.close();
    states.close();
  }

  private FeedStatus status(FeedSource source) {
    FeedState here = poller.state(source.id());
    FeedState known = here == null ? states.get(source.id()) : here;
    return FeedStatus.of(source, FeedState.of(source, known), isMine(source.id()));
  }

  private void keep(String feed, FeedState state, boolean seenChanged) {
    states.put(feed, FeedTopic.partition(feed, partitions), state, seenChanged);
  }

  private boolean isMine(String feed) {
    return partitions > 0 && owned.containsKey(FeedTopic.partition(feed, partitions));
  }

  /** Ours, and everything that the one before us left is read. */
  private boolean isReady(String feed) {
    int partition = partitions == 0 ? -1 : FeedTopic.partition(feed, partitions);
    Long end = owned.get(partition);
    return end != null && states.hasRead(partition, end);
  }

  private void run() {
    do {
      try (Consumer<String, byte[]> consumer = topic.member()) {
        current = consumer;
        share(consumer);
      } catch (WakeupException e) {
        logger.debug("member of the feeds' group woken up to close");
      } catch (RuntimeException e) {
        if (!troubled) {
          logger.warn("feeds cannot be shared out, it is tried again: {}", e.getMessage());
        }
        troubled = true;
      } finally {
        current = null;
        owned.clear();
        poller.keepOnly(feed -> false).forEach(listener::left);
      }
    } while (!isClosing(Duration.ofSeconds(1)));
  }

  private void share(Consumer<String, byte[]> consumer) {
    partitions = consumer.partitionsFor(topic.name()).size();
    consumer.subscribe(List.of(topic.name()), new Shares(consumer));
    while (!isClosing(Duration.ZERO)) {
      // The group needs the call; the records are read by all and not here.
      consumer.poll(TICK);
      consumer.pause(consumer.assignment());
      settle(consumer);
      poller.tick(this::isReady, states::get);
      troubled = false;
    }
  }

  /** Looks up where a new partition ends, outside of the callback, which must not wait. */
  private void settle(Consumer<String, byte[]> consumer) {
    List<TopicPartition> unknown =
        owned.entrySet().stream()
            .filter(entry -> entry.getValue() == UNKNOWN)
            .map(entry -> new TopicPartition(topic.name(), entry.getKey()))
            .toList();
    if (!unknown.isEmpty()) {
      consumer
          .endOffsets(unknown)
          .forEach((partition, end) -> owned.replace(partition.partition(), UNKNOWN, end));
    }
  }

  private boolean isClosing(Duration patience) {
    try {
      return closing.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Hears which partitions are ours. */
  private final class Shares implements ConsumerRebalanceListener {
    private final Consumer<String, byte[]> consumer;

    Shares(Consumer<String, byte[]> consumer) {
      this.consumer = consumer;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
      consumer.pause(assigned);
      assigned.forEach(partition -> owned.put(partition.partition(), UNKNOWN));
      logger.info("feeds of partitions {} are polled here", owned.keySet());
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
      revoked.forEach(partition -> owned.remove(partition.partition()));
      poller.keepOnly(FeedService.this::isMine).forEach(listener::left);
    }
  }
}
