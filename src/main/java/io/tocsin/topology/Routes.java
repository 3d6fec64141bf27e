package io.tocsin.topology;

import io.tocsin.wire.binary.Pack;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.jspecify.annotations.Nullable;

/**
 * Which partition a series goes to: the one that Kafka's own partitioner takes for its key, so that
 * panes and episodes that were kept before there were packs stay where they are looked for.
 *
 * <p>A pack's key is one of its series, and all of them go where that one goes. How many partitions
 * there are is learned when the first pack is sent; until then each series is packed by itself. A
 * tick and the numbers of articles go to all.
 */
final class Routes implements StreamPartitioner<String, Pack> {
  private volatile int partitions;

  @Override
  public Optional<Set<Integer>> partitions(
      String topic, @Nullable String series, @Nullable Pack pack, int numPartitions) {
    partitions = numPartitions;
    if (pack != null && pack.isForAll()) {
      return Optional.of(all(numPartitions));
    }
    return Optional.of(Set.of(of(series == null ? "" : series, numPartitions)));
  }

  /**
   * What mentions of a series are packed under: its partition, or itself as long as none is known.
   */
  Object of(String series) {
    int known = partitions;
    return known == 0 ? series : (Object) of(series, known);
  }

  /** How many partitions there are; 0 before the first pack is sent. */
  int partitions() {
    return partitions;
  }

  static Set<Integer> all(int partitions) {
    return IntStream.range(0, partitions).boxed().collect(Collectors.toSet());
  }

  static int of(String series, int partitions) {
    return Utils.toPositive(Utils.murmur2(series.getBytes(StandardCharsets.UTF_8))) % partitions;
  }
}
