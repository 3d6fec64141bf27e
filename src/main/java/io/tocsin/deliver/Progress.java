package io.tocsin.deliver;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far each partition is done. What is committed is the first change that is not settled; what
 * was settled after it, {@code news.deliveries} tells. The time of that change goes along, so that
 * a restart knows from when on to read there.
 */
final class Progress {

  private final Map<TopicPartition, Read> partitions = new HashMap<>();

  /** One partition. */
  private static final class Read {
    private final TreeMap<Long, Instant> open = new TreeMap<>();
    private long next;
    private Instant newest = Instant.EPOCH;
    private long committed = -1;
  }

  /** A change was read. */
  void read(Item item) {
    Read read = partitions.computeIfAbsent(item.partition(), partition -> new Read());
    read.open.put(item.offset(), item.told());
    read.next = item.offset() + 1;
    read.newest = item.told();
  }

  /** A change needs nothing more. */
  void settled(Item item) {
    Read read = partitions.get(item.partition());
    if (read != null) {
      read.open.remove(item.offset());
    }
  }

  /** What to commit: the partitions that moved since the last time. */
  Map<TopicPartition, OffsetAndMetadata> commits() {
    Map<TopicPartition, OffsetAndMetadata> commits = new HashMap<>();
    partitions.forEach(
        (partition, read) -> {
          Map.Entry<Long, Instant> first = read.open.firstEntry();
          long offset = first == null ? read.next : first.getKey();
          Instant since = first == null ? read.newest : first.getValue();
          if (offset != read.committed) {
            commits.put(
                partition, new OffsetAndMetadata(offset, Long.toString(since.toEpochMilli())));
          }
        });
    return commits;
  }

  /** They are committed. */
  void committed(Map<TopicPartition, OffsetAndMetadata> commits) {
    commits.forEach(
        (partition, commit) -> {
          Read read = partitions.get(partition);
          if (read != null) {
            read.committed = commit.offset();
          }
        });
  }

  /** Forgets partitions that another instance has now. */
  void forget(Collection<TopicPartition> lost) {
    lost.forEach(partitions::remove);
  }

  /** The time that a commit of ours carries; empty when it is none. */
  static Optional<Instant> since(OffsetAndMetadata commit) {
    String text = commit.metadata();
    return text.matches("\\d{1,15}")
        ? Optional.of(Instant.ofEpochMilli(Long.parseLong(text)))
        : Optional.empty();
  }
}
