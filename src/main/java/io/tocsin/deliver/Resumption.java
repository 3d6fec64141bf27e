package io.tocsin.deliver;

import io.tocsin.model.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a sink goes on: after what is settled, or, for a new sink, with what is told from now on.
 */
final class Resumption {

  /** Our clock and the broker's may differ by so much; an alert of the last minute is no harm. */
  private static final Duration SLACK = Duration.ofMinutes(1);

  private final String sink;
  private final DeliveryLog log;
  private final Instant begin;

  /**
   * For one sink.
   *
   * @param begin alerts told before that are none of a new sink's business
   */
  Resumption(String sink, DeliveryLog log, Instant begin) {
    this.sink = sink;
    this.log = log;
    this.begin = begin.minus(SLACK);
  }

  /**
   * Sets the positions of partitions that were just assigned.
   *
   * @return the newest attempt of each change that may be read again, by {@code alert.sequence}
   */
  Map<String, Delivery> resume(
      Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions));
    List<TopicPartition> fresh = new ArrayList<>();
    Instant since = Instant.MAX;
    for (TopicPartition partition : partitions) {
      OffsetAndMetadata commit = committed.get(partition);
      if (commit == null) {
        fresh.add(partition);
      } else {
        Instant from = Progress.since(commit).orElse(Instant.EPOCH);
        since = from.isBefore(since) ? from : since;
      }
    }
    if (!fresh.isEmpty()) {
      begin(consumer, fresh);
    }
    return since.equals(Instant.MAX) ? Map.of() : log.newest(sink, since);
  }

  /** Commits at once, so that a sink that hears nothing for long is not new for ever. */
  private void begin(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    DeliveryLog.seek(consumer, partitions, begin);
    Map<TopicPartition, OffsetAndMetadata> commits = new HashMap<>();
    for (TopicPartition partition : partitions) {
      String since = Long.toString(begin.toEpochMilli());
      commits.put(partition, new OffsetAndMetadata(consumer.position(partition), since));
    }
    consumer.commitSync(commits);
  }
}
