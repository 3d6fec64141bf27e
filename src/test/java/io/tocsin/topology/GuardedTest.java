package io.tocsin.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.fixtures.MentionMaker;
import io.tocsin.metrics.Meters;
import io.tocsin.model.Mention;
import java.util.Optional;
import org.apache.kafka.streams.errors.TaskMigratedException;
import org.junit.jupiter.api.Test;

/** A mention may fail by itself; what Kafka throws may not be held up. */
class GuardedTest {
  private final Meters meters = new Meters("test");
  private final Guarded guarded = new Guarded(FlowMeter.Step.COUNT, meters.flow());
  private final Mention mention = new MentionMaker("place/kp").at(0, "a");

  @Test
  void aFaultOfOursIsCountedAndPassed() {
    Optional<String> result =
        guarded.of(
            mention,
            () -> {
              throw new IllegalStateException("planted");
            });

    assertThat(result).isEmpty();
    assertThat(failed()).isEqualTo(1);
  }

  @Test
  void anEndlessRecursionIsOneOfThem() {
    assertThat(guarded.of(mention, () -> deeper(0))).isEmpty();
    assertThat(failed()).isEqualTo(1);
  }

  @Test
  void whatKafkaThrowsGoesThrough() {
    assertThatThrownBy(
            () ->
                guarded.of(
                    mention,
                    () -> {
                      throw new TaskMigratedException("planted");
                    }))
        .isInstanceOf(TaskMigratedException.class);
    assertThat(failed()).isZero();
  }

  @Test
  void aResultIsHandedOn() {
    assertThat(guarded.of(mention, () -> "done")).contains("done");
  }

  private double failed() {
    return meters.registry().get("tocsin.mentions.failed").tag("step", "count").counter().count();
  }

  @SuppressWarnings("InfiniteRecursion")
  private static String deeper(int depth) {
    return deeper(depth + 1) + depth;
  }
}
