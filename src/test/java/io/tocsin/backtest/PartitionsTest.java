package io.tocsin.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

/** Keys go where Kafka's own producer sends them. */
class PartitionsTest {

  @Test
  void keysGoWhereTheProducerSendsThem() {
    assertThat(IntStream.range(0, 500).mapToObj(i -> "märz/" + i))
        .allSatisfy(
            key ->
                assertThat(Partitions.of(key, 7))
                    .isEqualTo(
                        BuiltInPartitioner.partitionForKey(
                            key.getBytes(StandardCharsets.UTF_8), 7)));
  }
}
