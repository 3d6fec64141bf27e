package io.tocsin.serve;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/**
 * Where the feed begins in each partition, and where the past ends.
 *
 * @param ends end of each partition when the feed began; empty when the past was read
 */
record FeedStart(Map<TopicPartition, Long> ends) {
  /** Nothing of the past is left to read. */
  static final FeedStart DONE = new FeedStart(Map.of());

  // Counts of the last day are wanted; a busy archive must not make the page wait for minutes.
  private static final Duration COUNTS_BACK = Duration.ofHours(25);
  private static final long MOST_COUNTS = 500_000;
  private static final long COUNTS_WHEN_OLD = 50_000;

  /**
   * Assigns all partitions of the three topics and moves to where each begins.
   *
   * @throws IllegalStateException when a topic is not there
   */
  static FeedStart seek(
      Consumer<byte[], byte[]> consumer, String tagged, String counts, String alerts) {
    List<TopicPartition> all = new ArrayList<>();
    for (String topic : List.of(tagged, counts, alerts)) {
      List<PartitionInfo> partitions = consumer.partitionsFor(topic);
      if (partitions == null || partitions.isEmpty()) {
        throw new IllegalStateException(
            "topic " + topic + " is not there; create it with `tocsin topics apply`");
      }
      partitions.forEach(partition -> all.add(new TopicPartition(topic, partition.partition())));
    }
    consumer.assign(all);
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(all);
    Map<TopicPartition, Long> ends = consumer.endOffsets(all);
    Map<TopicPartition, Long> aDayAgo = aDayAgo(consumer, counts, all);
    for (TopicPartition partition : all) {
      long begin = begins.getOrDefault(partition, 0L);
      long end = ends.getOrDefault(partition, 0L);
      long wanted = begin;
      if (partition.topic().equals(tagged)) {
        wanted = end - LiveView.ARTICLES;
      } else if (partition.topic().equals(counts)) {
        wanted =
            Math.max(aDayAgo.getOrDefault(partition, end - COUNTS_WHEN_OLD), end - MOST_COUNTS);
      }
      consumer.seek(partition, Math.max(begin, wanted));
    }
    return new FeedStart(Map.copyOf(ends));
  }

  /** Whether there was a past to read and it has been read to its end. */
  boolean reached(Consumer<?, ?> consumer) {
    return !ends.isEmpty()
        && ends.entrySet().stream()
            .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private static Map<TopicPartition, Long> aDayAgo(
      Consumer<byte[], byte[]> consumer, String counts, List<TopicPartition> all) {
    long time = Instant.now().minus(COUNTS_BACK).toEpochMilli();
    Map<TopicPartition, Long> asked = new HashMap<>();
    all.stream()
        .filter(partition -> partition.topic().equals(counts))
        .forEach(partition -> asked.put(partition, time));
    Map<TopicPartition, Long> found = new HashMap<>();
    for (Map.Entry<TopicPartition, OffsetAndTimestamp> entry :
        consumer.offsetsForTimes(asked).entrySet()) {
      if (entry.getValue() != null) {
        found.put(entry.getKey(), entry.getValue().offset());
      }
    }
    return found;
  }
}
