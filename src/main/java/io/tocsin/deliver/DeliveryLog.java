package io.tocsin.deliver;

import io.tocsin.model.Delivery;
import io.tocsin.wire.Headers;
import io.tocsin.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes attempts to {@code news.deliveries} and reads back the newest of each change of an alert:
 * what a restart goes on from. Safe for use by many threads.
 */
final class DeliveryLog implements AutoCloseable {

  private static final Logger logger = LoggerFactory.getLogger(DeliveryLog.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);
  private static final int DELIVERY_MILLIS = 30_000;

  private final Map<String, ?> clients;
  private final String topic;
  private final Producer<String, Delivery> producer;

  DeliveryLog(Map<String, ?> clients, String prefix) {
    this.clients = clients;
    this.topic = Topics.DELIVERIES.name(prefix);
    Map<String, Object> properties = new HashMap<>(clients);
    properties.put(ProducerConfig.CLIENT_ID_CONFIG, "tocsin-deliveries");
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS / 2);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERY_MILLIS);
    // On a topic that is seconds old the first batch may be turned away and the second taken.
    properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    this.producer =
        new KafkaProducer<>(
            properties,
            Topics.DELIVERIES.key().serializer(),
            Topics.DELIVERIES.value().serializer());
  }

  /**
   * Writes attempts; returns when the cluster has them.
   *
   * @throws KafkaException when it does not take them
   */
  void write(List<Delivery> attempts) {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (Delivery attempt : attempts) {
      ProducerRecord<String, Delivery> record = new ProducerRecord<>(topic, attempt.key(), attempt);
      header(record, Headers.CE_SPECVERSION, "1.0");
      header(record, Headers.CE_ID, UUID.randomUUID().toString());
      header(record, Headers.CE_TYPE, "io.tocsin.delivery");
      header(record, Headers.CE_SOURCE, "/tocsin/deliver");
      header(record, Headers.CE_TIME, attempt.at().toString());
      header(record, Headers.CONTENT_TYPE, "application/json");
      sent.add(producer.send(record));
    }
    try {
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new KafkaException("attempts could not be written to " + topic, e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private static void header(ProducerRecord<?, ?> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The newest attempt of each change of an alert for one sink, by {@code alert.sequence}.
   *
   * @param since attempts before that are not needed
   */
  Map<String, Delivery> newest(String sink, Instant since) {
    Map<String, Delivery> newest = new HashMap<>();
    try (Consumer<String, byte[]> consumer = consumer(sink)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      seek(consumer, partitions, since);
      while (partitions.stream()
          .anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          take(record, sink, newest);
        }
      }
    }
    return newest;
  }

  /** Goes to the first record that the broker took at or after an instant, else to the end. */
  static void seek(Consumer<?, ?> consumer, List<TopicPartition> partitions, Instant since) {
    // The ends first: what comes while we ask for the instant must not be jumped over.
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, Long> asked = new HashMap<>();
    partitions.forEach(partition -> asked.put(partition, since.toEpochMilli()));
    Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(asked);
    for (TopicPartition partition : partitions) {
      OffsetAndTimestamp first = found.get(partition);
      consumer.seek(partition, first == null ? ends.getOrDefault(partition, 0L) : first.offset());
    }
  }

  private void take(
      ConsumerRecord<String, byte[]> record, String sink, Map<String, Delivery> newest) {
    if (record.key() == null || !record.key().endsWith("/" + sink) || record.value() == null) {
      return;
    }
    try {
      Delivery delivery =
          Topics.DELIVERIES.value().deserializer().deserialize(topic, record.value());
      newest.put(delivery.alert() + "." + delivery.sequence(), delivery);
    } catch (RuntimeException e) {
      // Foreign; what it may have said of a change is then tried again, which is allowed.
      logger.warn(
          "skipped a record that is not ours: {} offset {}",
          new TopicPartition(topic, record.partition()),
          record.offset());
    }
  }

  private Consumer<String, byte[]> consumer(String sink) {
    Map<String, Object> properties = new HashMap<>(clients);
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "tocsin-deliveries-" + sink);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
  }

  @Override
  public void close() {
    producer.close(CLOSE_LIMIT);
  }
}
