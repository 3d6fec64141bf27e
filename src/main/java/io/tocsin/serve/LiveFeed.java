package io.tocsin.serve;

import io.tocsin.model.Alert;
import io.tocsin.model.SubjectCount;
import io.tocsin.model.TaggedArticle;
import io.tocsin.wire.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the output topics into the {@link LiveView}, in one thread and without a group: every
 * instance sees all partitions. Only committed records are read, so that what the page shows is
 * never taken back.
 *
 * <p>Whatever goes wrong with the cluster, the feed starts over with a new consumer after a pause
 * and goes on behind the last record that it showed; {@link #state} tells of it.
 */
public final class LiveFeed implements AutoCloseable {
  private static final Logger logger = LoggerFactory.getLogger(LiveFeed.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final Supplier<? extends Consumer<byte[], byte[]>> consumers;
  private final Duration pause;
  private final String tagged;
  private final String counts;
  private final String alerts;
  private final LiveView view;
  private final Thread thread;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final AtomicReference<@Nullable Consumer<byte[], byte[]>> current =
      new AtomicReference<>();
  // Where to go on, per partition: what the page shows must not be told a second time.
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private volatile String state = "not started";
  private boolean troubled;
  private long unreadable;

  /**
   * A feed, not started yet.
   *
   * @param clientProperties how to reach the cluster: bootstrap servers, TLS, SASL
   * @param prefix of the topics, such as {@code news.}
   * @param view what is filled
   */
  public LiveFeed(Map<String, ?> clientProperties, String prefix, LiveView view) {
    this(
        () -> new KafkaConsumer<byte[], byte[]>(consumerProperties(clientProperties)),
        prefix,
        view,
        RETRY);
  }

  LiveFeed(
      Supplier<? extends Consumer<byte[], byte[]>> consumers,
      String prefix,
      LiveView view,
      Duration pause) {
    this.consumers = consumers;
    this.pause = pause;
    this.tagged = Topics.TAGGED.name(prefix);
    this.counts = Topics.COUNTS.name(prefix);
    this.alerts = Topics.ALERTS.name(prefix);
    this.view = view;
    this.thread = new Thread(this::run, "live-feed");
    thread.setDaemon(true);
  }

  private static Map<String, Object> consumerProperties(Map<String, ?> clientProperties) {
    Map<String, Object> properties = new HashMap<>(clientProperties);
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "tocsin-live-feed");
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
    properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    return properties;
  }

  /** Starts reading. */
  public void start() {
    thread.start();
  }

  /** What it does: {@code reading}, or {@code retrying: } and why; free of secrets. */
  public String state() {
    return state;
  }

  /** Ends within a few seconds. */
  @Override
  public void close() {
    stopping.countDown();
    Consumer<byte[], byte[]> consumer = current.get();
    if (consumer != null) {
      consumer.wakeup();
    }
    try {
      thread.join(Duration.ofSeconds(5).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!stopped()) {
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
          current.set(consumer);
          read(consumer);
        } catch (WakeupException e) {
          // Only close() wakes it up; the loop looks whether it did.
        } catch (InterruptException e) {
          throw e;
        } catch (RuntimeException e) {
          retry(e);
        } finally {
          current.set(null);
        }
      }
      state = "stopped";
    } catch (InterruptException | InterruptedException e) {
      state = "ended: interrupted";
      logger.error("the dashboard's feed was interrupted; the page stands still until a restart");
    }
  }

  /** Reads until the feed is closed or the consumer fails. */
  private void read(Consumer<byte[], byte[]> consumer) {
    FeedStart start = FeedStart.seek(consumer, tagged, counts, alerts);
    consumer.assignment().stream()
        .filter(positions::containsKey)
        .forEach(partition -> consumer.seek(partition, positions.getOrDefault(partition, 0L)));
    while (!stopped()) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        apply(record);
        positions.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
      }
      if (start.reached(consumer)) {
        if (!view.caughtUp()) {
          view.catchUp();
        }
        start = FeedStart.DONE;
      }
      reading();
    }
  }

  private void reading() {
    if (troubled) {
      troubled = false;
      logger.info("the dashboard's feed reads again");
    }
    state = "reading";
  }

  /** Tells the first failure in a row: an hour's outage must not fill the log. */
  private void retry(RuntimeException failure) throws InterruptedException {
    state = "retrying: " + failure.getClass().getSimpleName() + ": " + failure.getMessage();
    if (!troubled && !stopped()) {
      troubled = true;
      logger.warn("the dashboard's feed cannot read the output topics, will try again", failure);
    }
    boolean unused = stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private boolean stopped() {
    return stopping.getCount() == 0;
  }

  private void apply(ConsumerRecord<byte[], byte[]> record) {
    byte[] value = record.value();
    if (value == null) {
      return;
    }
    String topic = record.topic();
    try {
      if (topic.equals(tagged)) {
        TaggedArticle article = Topics.TAGGED.value().deserializer().deserialize(topic, value);
        view.apply(article);
      } else if (topic.equals(counts)) {
        SubjectCount count = Topics.COUNTS.value().deserializer().deserialize(topic, value);
        view.apply(count);
      } else {
        Alert alert = Topics.ALERTS.value().deserializer().deserialize(topic, value);
        view.apply(alert);
      }
    } catch (RuntimeException e) {
      // A foreign record on our topic must not stop the page; every power of two is logged, so a
      // flood stays readable. Nothing in here talks to the cluster, so trying again would not help.
      unreadable++;
      if (Long.bitCount(unreadable) == 1) {
        logger.warn(
            "skipped a record that is not ours, the {}. so far: {}",
            unreadable,
            new TopicPartition(topic, record.partition()) + " offset " + record.offset());
      }
    }
  }
}
