package io.tocsin.serve.rejected;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads a partition from its end to its beginning, a stretch at a time. */
final class BackwardReader {
  /** Offsets of a stretch; of the longest records (64 KiB) it is 16 MB. */
  private static final int STRETCH = 250;

  /**
   * One question looks at so many offsets of a partition: with a rare reason, one page is short.
   */
  private static final int MOST = 20_000;

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Consumer<byte[], byte[]> consumer;

  BackwardReader(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /**
   * What was found in a partition.
   *
   * @param before where the search began
   * @param reached all at or after this offset was looked at
   * @param begin the first offset that is kept
   * @param records newest first
   */
  record Found(long before, long reached, long begin, List<RejectedRecord> records) {}

  /** The newest records of a partition that a question asks for. */
  Found newest(
      TopicPartition partition, long begin, long before, RejectedRecords.Question question) {
    consumer.assign(List.of(partition));
    List<RejectedRecord> found = new ArrayList<>();
    long low = before;
    while (low > begin && found.size() < question.limit() && before - low < MOST) {
      long from = Math.max(begin, low - STRETCH);
      List<RejectedRecord> stretch = new ArrayList<>();
      read(partition, from, low).forEach(record -> stretch.add(RejectedRecord.of(record)));
      Collections.reverse(stretch);
      low = from;
      for (RejectedRecord record : stretch) {
        Instant since = question.since();
        if (since != null && record.rejectedAt().isBefore(since)) {
          return new Found(before, begin, begin, found); // the broker's times never go back
        }
        if (question.reason() == null || question.reason().equals(record.reason())) {
          found.add(record);
        }
      }
    }
    return new Found(before, low, begin, found);
  }

  /** The record at an offset. */
  Optional<ConsumerRecord<byte[], byte[]>> at(TopicPartition partition, long offset) {
    consumer.assign(List.of(partition));
    long begin = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
    long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    return offset < begin || offset >= end
        ? Optional.empty()
        : read(partition, offset, offset + 1).stream().findFirst();
  }

  private List<ConsumerRecord<byte[], byte[]>> read(TopicPartition partition, long from, long to) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    consumer.seek(partition, from);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (consumer.position(partition) < to) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        if (record.offset() >= to) {
          return records;
        }
        records.add(record);
      }
      if (System.nanoTime() > deadline) {
        throw new TimeoutException("nothing came from " + partition + " for " + PATIENCE);
      }
    }
    return records;
  }
}
