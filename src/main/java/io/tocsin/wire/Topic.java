package io.tocsin.wire;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;

/**
 * One topic as a typed constant: what the application reads and writes, what it creates, and what
 * the tests use.
 *
 * @param suffix name without the prefix, such as {@code articles}
 * @param key serde of the keys
 * @param value serde of the values
 * @param partitions default number of partitions
 * @param kept how long records are kept; zero for a compacted topic
 * @param compacted whether only the last value of a key is kept
 * @param <K> type of the keys
 * @param <V> type of the values
 */
public record Topic<K, V>(
    String suffix, Serde<K> key, Serde<V> value, int partitions, Duration kept, boolean compacted) {

  /**
   * The longest document that the door reads (8 MiB) and what is added to it must fit into a
   * record.
   */
  private static final String MAX_MESSAGE_BYTES = Integer.toString(11 << 20);

  /** Full name under a prefix such as {@code news.}. */
  public String name(String prefix) {
    return prefix + suffix;
  }

  /**
   * Topic-level settings for creation. The time of a record is the time at which the broker
   * appended it: a producer's bad clock must neither expire records early nor stand for a receive
   * time. Compaction waits a week, so that the recent history of versions can be read again in
   * order.
   */
  public Map<String, String> config() {
    if (compacted) {
      return Map.of(
          "cleanup.policy",
          "compact",
          "max.message.bytes",
          MAX_MESSAGE_BYTES,
          "message.timestamp.type",
          "LogAppendTime",
          "min.compaction.lag.ms",
          Long.toString(Duration.ofDays(7).toMillis()));
    }
    return Map.of(
        "cleanup.policy",
        "delete",
        "max.message.bytes",
        MAX_MESSAGE_BYTES,
        "message.timestamp.type",
        "LogAppendTime",
        "retention.ms",
        Long.toString(kept.toMillis()));
  }
}
