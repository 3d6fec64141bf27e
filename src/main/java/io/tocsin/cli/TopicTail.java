package io.tocsin.cli;

import io.tocsin.runtime.Cluster;
import io.tocsin.runtime.ExitCode;
import io.tocsin.runtime.Stop;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads one topic from a place on, committed records only and without a group, so that it leaves no
 * trace.
 */
final class TopicTail implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  /**
   * At the end of a topic.
   *
   * @throws Stop when the cluster does not answer or the topic is not there
   */
  TopicTail(Cluster cluster, String topic) {
    Map<String, Object> properties = new HashMap<>(cluster.clients());
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "tocsin-tail");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    try {
      partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToEnd(partitions);
      partitions.forEach(consumer::position);
    } catch (KafkaException e) {
      consumer.close();
      throw new Stop(
          ExitCode.BROKER_UNREACHABLE,
          "cannot read "
              + topic
              + " at "
              + cluster.bootstrap()
              + ": "
              + e.getMessage()
              + "; is the service running?",
          e);
    }
    if (partitions.isEmpty()) {
      consumer.close();
      throw new Stop(
          ExitCode.TOPICS_WRONG, "topic " + topic + " is missing: run `tocsin topics apply`");
    }
  }

  /** Goes to the first record of each partition. */
  void fromBeginning() {
    consumer.seekToBeginning(partitions);
  }

  /** Goes to the first record that the broker took at or after an instant. */
  void from(Instant since) {
    Map<TopicPartition, Long> asked = new HashMap<>();
    partitions.forEach(partition -> asked.put(partition, since.toEpochMilli()));
    for (Map.Entry<TopicPartition, OffsetAndTimestamp> found :
        consumer.offsetsForTimes(asked).entrySet()) {
      if (found.getValue() != null) {
        consumer.seek(found.getKey(), found.getValue().offset());
      }
    }
  }

  /**
   * Reads until the taker wants no more or {@link #stop} is called.
   *
   * @param follow whether to wait for records to come; else it ends where the topic ended when it
   *     began
   * @param taker false when it wants no more
   */
  void read(boolean follow, Predicate<ConsumerRecord<byte[], byte[]>> taker) {
    Map<TopicPartition, Long> ends = new LinkedHashMap<>(consumer.endOffsets(partitions));
    try {
      while (follow || isBefore(ends)) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          if (!taker.test(record)) {
            return;
          }
        }
      }
    } catch (WakeupException e) {
      // Asked to stop: whatever was taken has been printed.
    }
  }

  private boolean isBefore(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
  }

  /** Ends {@link #read} from another thread. */
  void stop() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
