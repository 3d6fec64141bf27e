package io.tocsin.deliver;

import io.tocsin.model.Delivery;
import io.tocsin.wire.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
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
 * Follows {@code news.deliveries} without a group, so that every instance can answer for all. When
 * the cluster fails it starts over with the last week.
 */
final class DeliveryFeed implements AutoCloseable {
  private static final Logger logger = LoggerFactory.getLogger(DeliveryFeed.class);
  private static final Duration BACK = Duration.ofDays(7);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration RETRY = Duration.ofSeconds(2);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);
  private static final int MOST = 20_000;

  private final Map<String, ?> clients;
  private final String topic;
  private final Instant since;
  private final Thread thread = new Thread(this::run, "delivery-feed");
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final AtomicReference<@Nullable Consumer<byte[], byte[]>> current =
      new AtomicReference<>();
  private volatile DeliveryBook book = new DeliveryBook(MOST);

  DeliveryFeed(Map<String, ?> clients, String prefix, Instant now) {
    this.clients = clients;
    this.topic = Topics.DELIVERIES.name(prefix);
    this.since = now.minus(BACK);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  DeliveryBook book() {
    return book;
  }

  private void run() {
    try {
      do {
        try (Consumer<byte[], byte[]> consumer = consumer()) {
          current.set(consumer);
          follow(consumer);
        } catch (WakeupException e) {
          // Only close() wakes it up; the loop looks whether it did.
        } catch (InterruptException e) {
          throw e;
        } catch (RuntimeException e) {
          logger.debug("the feed of deliveries starts over", e);
        } finally {
          current.set(null);
        }
      } while (!stopping.await(RETRY.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptException | InterruptedException e) {
      logger.debug("the feed of deliveries was interrupted");
    }
  }

  private void follow(Consumer<byte[], byte[]> consumer) {
    DeliveryBook fresh = new DeliveryBook(MOST);
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    DeliveryLog.seek(consumer, partitions, since);
    book = fresh;
    while (stopping.getCount() > 0) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        try {
          Delivery delivery =
              Topics.DELIVERIES.value().deserializer().deserialize(topic, record.value());
          if (delivery != null) {
            fresh.add(delivery);
          }
        } catch (RuntimeException e) {
          logger.debug("skipped a record that is not ours at offset {}", record.offset());
        }
      }
    }
  }

  private Consumer<byte[], byte[]> consumer() {
    Map<String, Object> properties = new HashMap<>(clients);
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "tocsin-delivery-feed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  @Override
  public void close() {
    stopping.countDown();
    Consumer<byte[], byte[]> consumer = current.get();
    if (consumer != null) {
      consumer.wakeup();
    }
    try {
      thread.join(CLOSE_LIMIT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
