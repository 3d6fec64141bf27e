package io.tocsin.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.count.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ids are remembered for the window, from their first version on. */
class MemorySeenTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Seen FIRST = new Seen(List.of("text"), 0, Set.of());
  private static final Seen SECOND = new Seen(List.of("text", "more"), 1, Set.of());

  private final MemorySeen memory = new MemorySeen(Duration.ofHours(1));

  @Test
  void anIdIsRememberedToTheEndOfTheWindow() {
    // When
    memory.put("a", NOON, FIRST);

    // Then
    assertThat(memory.of("a", NOON.plusSeconds(3_600))).isNotNull();
    assertThat(memory.of("a", NOON.plusSeconds(3_601))).isNull();
    assertThat(memory.of("b", NOON)).isNull();
  }

  @Test
  void aCorrectionDoesNotProlongTheMemory() {
    // Given
    memory.put("a", NOON, FIRST);

    // When
    memory.put("a", NOON, SECOND);

    // Then
    assertThat(memory.of("a", NOON.plusSeconds(3_600)))
        .satisfies(found -> assertThat(found).isNotNull().extracting("seen").isEqualTo(SECOND));
    assertThat(memory.of("a", NOON.plusSeconds(3_601))).isNull();
  }

  @Test
  void anIdThatComesAgainAfterTheWindowBeginsAfresh() {
    // Given
    memory.put("a", NOON, FIRST);
    memory.put("b", NOON.plusSeconds(1_800), FIRST);

    // When
    memory.put("a", NOON.plusSeconds(4_000), SECOND);

    // Then
    assertThat(memory.of("a", NOON.plusSeconds(7_000))).isNotNull();
    assertThat(memory.of("b", NOON.plusSeconds(5_000))).isNotNull();
  }
}
