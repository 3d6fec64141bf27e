package io.tocsin.backtest;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/**
 * Which partition a key goes to, as Kafka's producers choose it: clocks and desks belong to
 * partitions, and a back-test that spread its articles otherwise would find others late.
 */
final class Partitions {
  private Partitions() {}

  /** The partition of a key among so many. */
  static int of(String key, int partitions) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(bytes)) % partitions;
  }
}
