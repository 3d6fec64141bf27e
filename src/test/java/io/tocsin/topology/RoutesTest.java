package io.tocsin.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Tick;
import io.tocsin.wire.binary.Pack;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

/** Panes and episodes stay on the partition where Kafka's own partitioner had put their series. */
class RoutesTest {

  @Test
  void seriesGoWhereKafkaSendsTheirKeys() {
    for (int partitions = 1; partitions < 40; partitions++) {
      for (String series :
          new String[] {"place/kp", "rule>pair/a+b", "", "person/é-ü-\uD83D\uDD14"}) {
        byte[] key = series.getBytes(StandardCharsets.UTF_8);
        assertThat(Routes.of(series, partitions))
            .isEqualTo(BuiltInPartitioner.partitionForKey(key, partitions));
      }
    }
  }

  @Test
  void aTickGoesToAllPartitions() {
    Tick tick = Tick.alone(Instant.EPOCH, Instant.EPOCH, null);

    Optional<Set<Integer>> sent = new Routes().partitions("mentions", "", Pack.of(tick), 3);

    assertThat(sent).contains(Set.of(0, 1, 2));
  }

  @Test
  void theNumberOfPartitionsIsLearnedFromTheFirstPack() {
    Routes routes = new Routes();
    Object before = routes.of("place/kp");

    Optional<Set<Integer>> sent = routes.partitions("mentions", "place/kp", null, 7);

    assertThat(before).isEqualTo("place/kp");
    assertThat(sent).contains(Set.of(Routes.of("place/kp", 7)));
    assertThat(routes.of("place/kp")).isEqualTo(Routes.of("place/kp", 7));
  }
}
