package io.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The last line of {@code tocsin watch lint} tells both times, also where compiling fails. */
class LoadTimesTest {

  @Test
  void readingAndCompilingAreTimedApart() {
    // Given
    Iterator<Long> clock =
        List.of(1_000_000_000L, 1_410_000_000L, 2_000_000_000L, 2_220_000_000L).iterator();
    LoadTimes times = new LoadTimes(clock::next);

    // When
    String read = times.read(() -> "a watchlist");
    boolean compiles = times.compile(() -> {});

    // Then
    assertThat(read).isEqualTo("a watchlist");
    assertThat(compiles).isTrue();
    assertThat(times).hasToString("read in 0.41 s, compiled in 0.22 s");
  }

  @Test
  void watchlistThatDoesNotCompileIsNoMatterOfTime() {
    // Given
    Iterator<Long> clock = List.of(0L, 500_000_000L).iterator();
    LoadTimes times = new LoadTimes(clock::next);

    // When
    boolean compiles =
        times.compile(
            () -> {
              throw new IllegalArgumentException("a query cannot be read");
            });

    // Then
    assertThat(compiles).isFalse();
    assertThat(times).hasToString("read in 0.00 s, compiled in 0.50 s");
  }
}
