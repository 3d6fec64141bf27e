package io.tocsin.ingest.feed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The states of all feeds as they lie on {@code news.feeds}: every instance reads all of them, who
 * polls a feed writes its. The items seen have a record of their own, behind {@code /seen}, which
 * is written only when there are new ones.
 */
final class FeedStates implements AutoCloseable {
  private static final Logger logger = LoggerFactory.getLogger(FeedStates.class);
  private static final String SEEN = "/seen";
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

  private final FeedTopic topic;
  private final Producer<byte[], byte[]> writer;
  private final Map<String, FeedState> states = new ConcurrentHashMap<>();
  private final Map<String, String> seen = new ConcurrentHashMap<>();
  private final Map<Integer, Long> positions = new ConcurrentHashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "feed-states");
  private volatile @Nullable Consumer<String, byte[]> current;
  private boolean troubled;

  FeedStates(FeedTopic topic) {
    this.topic = topic;
    this.writer = topic.writer();
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** What is known of a feed; null for nothing. */
  @Nullable FeedState get(String feed) {
    FeedState state = states.get(feed);
    return state == null ? null : state.with(seen.getOrDefault(feed, ""));
  }

  /** Whether everything of a partition before an offset has been read. */
  boolean hasRead(int partition, long end) {
    return positions.getOrDefault(partition, -1L) >= end;
  }

  /**
   * Keeps a state; returns at once, a failure is told in the log. The items seen go first: without
   * them the state would have validators for items that nobody knows.
   */
  void put(String feed, int partition, FeedState state, boolean seenChanged) {
    if (seenChanged) {
      write(feed, partition, feed + SEEN, state.seen().getBytes(StandardCharsets.US_ASCII));
    }
    write(feed, partition, feed, state.bytes());
  }

  private void write(String feed, int partition, String key, byte[] value) {
    byte[] name = key.getBytes(StandardCharsets.UTF_8);
    try {
      // The callback says all that the future would.
      Future<RecordMetadata> unused =
          writer.send(
              new ProducerRecord<>(topic.name(), partition, name, value),
              (metadata, failure) -> {
                if (failure != null) {
                  tell(feed, failure);
                }
              });
    } catch (KafkaException | IllegalStateException e) {
      tell(feed, e);
    }
  }

  private static void tell(String feed, Exception failure) {
    logger.warn(
        "the state of feed {} is not kept, a restart fetches it anew: {}",
        feed,
        failure.getMessage());
  }

  /** Writes what is under way and stops reading. */
  @Override
  public void close() {
    closing.countDown();
    Consumer<String, byte[]> consumer = current;
    if (consumer != null) {
      consumer.wakeup();
    }
    writer.close(CLOSE_LIMIT);
    try {
      thread.join(CLOSE_LIMIT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    do {
      try (Consumer<String, byte[]> consumer = topic.reader()) {
        current = consumer;
        read(consumer);
      } catch (WakeupException e) {
        logger.debug("reader of feed states woken up to close");
      } catch (RuntimeException e) {
        if (!troubled) {
          logger.warn("{} cannot be read, it is tried again: {}", topic.name(), e.getMessage());
        }
        troubled = true;
      } finally {
        current = null;
      }
    } while (!isClosing(Duration.ofSeconds(1)));
  }

  private void read(Consumer<String, byte[]> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    while (!isClosing(Duration.ZERO)) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        take(record);
      }
      partitions.forEach(
          partition -> positions.put(partition.partition(), consumer.position(partition)));
      troubled = false;
    }
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    String key = record.key();
    if (key == null) {
      return;
    }
    if (key.endsWith(SEEN)) {
      String feed = key.substring(0, key.length() - SEEN.length());
      seen.put(
          feed,
          record.value() == null ? "" : new String(record.value(), StandardCharsets.US_ASCII));
      return;
    }
    FeedState state = record.value() == null ? null : FeedState.read(record.value());
    if (state == null) {
      // Taken away, or written by something else: the feed starts afresh.
      states.remove(key);
    } else {
      states.put(key, state);
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
}
