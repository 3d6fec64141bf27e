package io.tocsin.backtest;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * A range of the topic of articles by append time, its partitions merged by that time: the order in
 * which live received them. Committed records only, and without a group, so that it leaves no trace
 * on the cluster.
 */
public final class TopicRecording implements Recording {
  private static final Duration POLL = Duration.ofMillis(250);
  private static final int PATIENCE_MILLIS = 10_000;

  /** Polls without a record in a row, after which a cluster is taken for gone: half a minute. */
  private static final int MOST_EMPTY_POLLS = 120;

  /** Records of one partition that wait while another catches up; bounds the memory. */
  private static final int MOST_WAITING = 2_000;

  private static final Comparator<ConsumerRecord<byte[], byte[]>> BY_TIME =
      Comparator.comparingLong((ConsumerRecord<byte[], byte[]> record) -> record.timestamp())
          .thenComparingInt(ConsumerRecord::partition);

  private final Consumer<byte[], byte[]> consumer;
  private final String topic;
  private final Map<TopicPartition, Queue<ConsumerRecord<byte[], byte[]>>> waiting =
      new LinkedHashMap<>();
  private final Map<TopicPartition, Long> ends;
  private long total;
  private long handed;

  /**
   * Opens a range.
   *
   * @param clients properties of every Kafka client, with {@code bootstrap.servers}
   * @param topic the topic of articles
   * @param since append time of the first record
   * @param to append time after the last; the end of the topic as it is now when that comes first
   * @throws KafkaException when the cluster does not answer
   * @throws IOException when there is no such topic
   */
  public TopicRecording(Map<String, String> clients, String topic, Instant since, Instant to)
      throws IOException {
    this.topic = topic;
    this.consumer = consumer(clients);
    try {
      if (!consumer.listTopics().containsKey(topic)) {
        throw new IOException(
            "there is no topic " + topic + "; see the names with `tocsin topics verify`");
      }
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      partitions.forEach(partition -> waiting.put(partition, new ArrayDeque<>()));
      consumer.assign(partitions);
      this.ends = new HashMap<>(consumer.endOffsets(partitions));
      firstFrom(to).forEach((partition, offset) -> ends.merge(partition, offset, Math::min));
      seek(since);
    } catch (IOException | KafkaException e) {
      consumer.close();
      throw e;
    }
  }

  private static Consumer<byte[], byte[]> consumer(Map<String, String> clients) {
    Map<String, Object> properties = new HashMap<>(clients);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "tocsin-backtest");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private void seek(Instant since) {
    Map<TopicPartition, Long> first = firstFrom(since);
    consumer.seekToBeginning(waiting.keySet());
    for (TopicPartition partition : waiting.keySet()) {
      long begin = consumer.position(partition);
      long end = ends.getOrDefault(partition, 0L);
      long from = isTime(since) ? first.getOrDefault(partition, end) : begin;
      consumer.seek(partition, Math.max(begin, from));
      total += Math.max(0, end - Math.max(begin, from));
    }
  }

  /** Offsets of the first records at or after an instant; partitions without one are absent. */
  private Map<TopicPartition, Long> firstFrom(Instant time) {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    if (!isTime(time)) {
      return offsets;
    }
    Map<TopicPartition, Long> asked = new HashMap<>();
    waiting.keySet().forEach(partition -> asked.put(partition, time.toEpochMilli()));
    for (Map.Entry<TopicPartition, @Nullable OffsetAndTimestamp> found :
        consumer.offsetsForTimes(asked).entrySet()) {
      if (found.getValue() != null) {
        offsets.put(found.getKey(), found.getValue().offset());
      }
    }
    return offsets;
  }

  /** The ends of all time cannot be asked for in milliseconds. */
  private static boolean isTime(Instant time) {
    return !time.equals(Instant.MIN) && !time.equals(Instant.MAX);
  }

  @Override
  public @Nullable Recorded next() throws IOException {
    try {
      for (int empty = 0; anyIsBehind(); ) {
        empty = fill() ? 0 : empty + 1;
        if (empty > MOST_EMPTY_POLLS) {
          throw new IOException(
              topic + ": no record came for half a minute; is the cluster still there?");
        }
      }
    } catch (KafkaException e) {
      throw new IOException(topic + ": " + e.getMessage(), e);
    }
    ConsumerRecord<byte[], byte[]> first =
        waiting.values().stream()
            .map(Queue::peek)
            .filter(record -> record != null)
            .min(BY_TIME)
            .orElse(null);
    if (first == null) {
      return null;
    }
    TopicPartition partition = new TopicPartition(topic, first.partition());
    waiting.getOrDefault(partition, new ArrayDeque<>()).remove();
    handed++;
    byte[] value = first.value() == null ? new byte[0] : first.value();
    return new Recorded(value, first.partition(), Instant.ofEpochMilli(first.timestamp()));
  }

  /** Whether a partition has more to come and nothing that waits: it may hold the next record. */
  private boolean anyIsBehind() {
    return waiting.entrySet().stream()
        .anyMatch(
            entry ->
                entry.getValue().isEmpty()
                    && consumer.position(entry.getKey()) < ends.getOrDefault(entry.getKey(), 0L));
  }

  private boolean fill() {
    boolean any = false;
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
      TopicPartition partition = new TopicPartition(topic, record.partition());
      if (record.offset() < ends.getOrDefault(partition, 0L)) {
        waiting.getOrDefault(partition, new ArrayDeque<>()).add(record);
      }
      any = true;
    }
    for (Map.Entry<TopicPartition, Queue<ConsumerRecord<byte[], byte[]>>> entry :
        waiting.entrySet()) {
      if (entry.getValue().size() > MOST_WAITING) {
        consumer.pause(List.of(entry.getKey()));
      } else {
        consumer.resume(List.of(entry.getKey()));
      }
    }
    return any;
  }

  @Override
  public int partitions() {
    return waiting.size();
  }

  @Override
  public double part() {
    return total == 0 ? -1 : (double) handed / total;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
