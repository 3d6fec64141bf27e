package io.tocsin.deliver;

import io.tocsin.deliver.channel.Channel;
import io.tocsin.deliver.config.SinkSpec;
import io.tocsin.deliver.config.Sinks;
import io.tocsin.metrics.DeliveryMeters;
import io.tocsin.model.Delivery;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All sinks of this instance, each with a thread, a consumer group, connections and a queue of its
 * own, so that none delays another.
 */
public final class Deliveries implements AutoCloseable {
  private static final Logger logger = LoggerFactory.getLogger(Deliveries.class);

  private static final int SESSION_MILLIS = 10_000;
  private static final int BATCH = 200;

  private @Nullable DeliveryLog log;
  private @Nullable DeliveryFeed feed;
  private final Map<String, SinkWorker> workers = new LinkedHashMap<>();

  /**
   * The sinks, not started yet.
   *
   * @param sinks none is fine, and does nothing
   * @param clock when is now
   */
  public Deliveries(Sinks sinks, Source source, DeliveryMeters meters, Clock clock) {
    if (sinks.sinks().isEmpty()) {
      return;
    }
    DeliveryLog attempts = new DeliveryLog(source.clients(), source.prefix());
    log = attempts;
    feed = new DeliveryFeed(source.clients(), source.prefix(), clock.instant());
    Channels channels = new Channels(sinks.policy());
    Random random = new Random();
    for (SinkSpec sink : sinks.sinks()) {
      Channel channel = channels.open(sink);
      Schedule schedule = new Schedule(random::nextDouble);
      workers.put(
          sink.id(),
          new SinkWorker(
              sink,
              source.prefix(),
              () -> consumer(sink, source),
              channel,
              new SinkDesk(
                  sink,
                  channel,
                  attempts::write,
                  meters,
                  clock,
                  () -> Channels.outbox(sink, schedule)),
              new Resumption(sink.id(), attempts, clock.instant())));
      logger.info(
          "alerts go to the sink {}: {} at {}", sink.id(), sink.target().type(), channel.target());
    }
  }

  /**
   * Where alerts are read and attempts are written.
   *
   * @param clients how to reach the cluster: bootstrap servers, TLS, SASL
   * @param prefix of the topics, such as {@code news.}
   * @param application what the sinks' consumer groups begin with; instances of the same name share
   *     the work
   */
  public record Source(Map<String, String> clients, String prefix, String application) {
    /** Copies the properties. */
    public Source {
      clients = Map.copyOf(clients);
    }
  }

  /** Begins to read and send. */
  public void start() {
    workers.values().forEach(SinkWorker::start);
    if (feed != null) {
      feed.start();
    }
  }

  /** What each sink does, by id; free of secrets. */
  public Map<String, String> states() {
    Map<String, String> states = new LinkedHashMap<>();
    workers.forEach((id, worker) -> states.put(id, worker.state()));
    return states;
  }

  /**
   * Attempts of all instances within the last week, at most 20,000.
   *
   * @param alert id of an alert, oldest attempt first; null for all, newest first
   * @param limit at most so many
   */
  public List<Delivery> attempts(@Nullable String alert, int limit) {
    if (feed == null) {
      return List.of();
    }
    DeliveryBook book = feed.book();
    return alert == null ? book.newest(limit) : book.of(alert).stream().limit(limit).toList();
  }

  private static Consumer<byte[], byte[]> consumer(SinkSpec sink, Source source) {
    Map<String, Object> properties = new HashMap<>(source.clients());
    String group = source.application() + "-deliver-" + sink.id();
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, group);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    // Where a commit points to what is no longer kept.
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
    properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
    properties.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        List.of(CooperativeStickyAssignor.class));
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  @Override
  public void close() {
    List<Thread> closing = new ArrayList<>();
    for (SinkWorker worker : workers.values()) {
      Thread thread = new Thread(worker::close, "deliver-close");
      thread.start();
      closing.add(thread);
    }
    try {
      for (Thread thread : closing) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (feed != null) {
      feed.close();
    }
    if (log != null) {
      log.close();
    }
  }
}
