package io.tocsin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Watchlist;
import io.tocsin.topology.CompiledWatchlist;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which version an article meets depends on its receive time alone. */
class VersionHistoryTest {

  private static final Instant START = Instant.parse("2023-11-06T09:00:00Z");

  @Test
  void emptyHistoryHoldsTheEmptyWatchlist() {
    assertThat(VersionHistory.empty().at(START).watchlist()).isEqualTo(Watchlist.EMPTY);
  }

  @Test
  void firstVersionHoldsForEverythingEverReceived() {
    // When
    VersionHistory history = VersionHistory.empty().with(version(1, Instant.EPOCH));

    // Then
    assertThat(versionAt(history, Instant.EPOCH.minusSeconds(1))).isEqualTo(1);
    assertThat(numbers(history)).containsExactly(1L);
  }

  @Test
  void versionBeginsExactlyAtItsInstant() {
    // Given
    VersionHistory history =
        VersionHistory.empty()
            .with(version(1, Instant.EPOCH))
            .with(version(2, START))
            .with(version(3, START.plusSeconds(60)));

    // When, Then
    assertThat(versionAt(history, START.minusNanos(1))).isEqualTo(1);
    assertThat(versionAt(history, START)).isEqualTo(2);
    assertThat(versionAt(history, START.plusSeconds(59))).isEqualTo(2);
    assertThat(versionAt(history, START.plusSeconds(60))).isEqualTo(3);
    assertThat(versionAt(history, Instant.MAX)).isEqualTo(3);
  }

  @Test
  void articleOlderThanTheHistoryMeetsTheOldestHeld() {
    // Given
    VersionHistory history =
        VersionHistory.empty().with(version(5, START)).with(version(6, START.plusSeconds(9)));

    // When, Then
    assertThat(versionAt(history, START.minusSeconds(1))).isEqualTo(5);
  }

  @Test
  void oldVersionsAreDroppedBeyondThirtyTwo() {
    // Given
    VersionHistory history = VersionHistory.empty();

    // When
    for (int i = 1; i <= 100; i++) {
      history = history.with(version(i, START.plus(Duration.ofDays(i))));
    }

    // Then
    assertThat(numbers(history)).hasSize(VersionHistory.KEPT).startsWith(69L).endsWith(100L);
  }

  @Test
  void versionsOfTheLastSevenDaysAreAllKept() {
    // Given
    VersionHistory history = VersionHistory.empty().with(version(1, Instant.EPOCH));

    // When
    for (int i = 2; i <= 300; i++) {
      history = history.with(version(i, START.plus(Duration.ofHours(i))));
    }

    // Then
    Instant sevenDaysBefore = START.plus(Duration.ofHours(300)).minus(VersionHistory.NEEDED);
    assertThat(versionAt(history, sevenDaysBefore)).isEqualTo(300 - 168);
    assertThat(numbers(history)).startsWith(132L).endsWith(300L);
  }

  @Test
  void topicMadeAnewStartsTheHistoryAnew() {
    // Given
    VersionHistory history =
        VersionHistory.empty().with(version(1, Instant.EPOCH)).with(version(2, START));

    // When
    VersionHistory anew = history.with(version(1, Instant.EPOCH));

    // Then
    assertThat(numbers(anew)).containsExactly(1L);
  }

  private static CompiledWatchlist version(long number, Instant effectiveFrom) {
    return CompiledWatchlist.of(new Watchlist(number, effectiveFrom, List.of(), List.of()));
  }

  private static long versionAt(VersionHistory history, Instant instant) {
    return history.at(instant).watchlist().version();
  }

  private static List<Long> numbers(VersionHistory history) {
    return history.versions().stream().map(held -> held.watchlist().version()).toList();
  }
}
