package io.tocsin.serve;

import io.tocsin.model.Alert;
import io.tocsin.model.SubjectCount;
import io.tocsin.model.TaggedArticle;
import io.tocsin.wire.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the output topics into the {@link LiveView}, in one thread and without a group: every
 * instance sees all partitions. Only committed records are read, so that what the page shows is
 * never taken back.
 */
public final class LiveFeed implements AutoCloseable {
  private static final Logger logger = LoggerFactory.getLogger(LiveFeed.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final Consumer<byte[], byte[]> consumer;
  private final String tagged;
  private final String counts;
  private final String alerts;
  private final LiveView view;
  private final Thread thread;
  private volatile boolean stopping;
  private long unreadable;

  /**
   * A feed, not started yet.
   *
   * @param clientProperties how to reach the cluster: bootstrap servers, TLS, SASL
   * @param prefix of the topics, such as {@code news.}
   * @param view what is filled
   */
  public LiveFeed(Map<String, ?> clientProperties, String prefix, LiveView view) {
    this(new KafkaConsumer<>(consumerProperties(clientProperties)), prefix, view);
  }

  LiveFeed(Consumer<byte[], byte[]> consumer, String prefix, LiveView view) {
    this.consumer = consumer;
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

  /** Ends within a few seconds. */
  @Override
  public void close() {
    stopping = true;
    consumer.wakeup();
    try {
      thread.join(Duration.ofSeconds(5).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      FeedStart start = begin();
      while (!stopping) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          apply(record);
        }
        if (start.reached(consumer)) {
          view.catchUp();
          start = FeedStart.DONE;
        }
      }
    } catch (WakeupException | InterruptException e) {
      if (!stopping) {
        logger.error(
            "the dashboard's feed was interrupted; the page stands still until a restart", e);
      }
    } catch (RuntimeException e) {
      logger.error("the dashboard's feed ended; the page stands still until a restart", e);
    } finally {
      consumer.close();
    }
  }

  /** Tries until the cluster answers: the page may be up before the broker is. */
  private FeedStart begin() {
    while (!stopping) {
      try {
        return FeedStart.seek(consumer, tagged, counts, alerts);
      } catch (WakeupException | InterruptException e) {
        throw e;
      } catch (RuntimeException e) {
        logger.warn("cannot read the output topics yet, will try again: {}", e.getMessage());
        pause();
      }
    }
    return FeedStart.DONE;
  }

  private void pause() {
    try {
      Thread.sleep(RETRY.toMillis());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
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
    } catch (SerializationException | NullPointerException | IllegalArgumentException e) {
      // A foreign record on our topic must not stop the page; every power of two is logged, so a
      // flood stays readable.
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
