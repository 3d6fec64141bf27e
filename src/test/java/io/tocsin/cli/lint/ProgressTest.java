package io.tocsin.cli.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What long work says while it goes on. */
class ProgressTest {

  private final StringWriter err = new StringWriter();
  private final AtomicLong nanos = new AtomicLong();

  @Test
  void workThatIsSoonDoneSaysNothing() {
    // Given
    Progress progress = new Progress(new PrintWriter(err), false, nanos::get);

    // When
    nanos.set(4_900_000_000L);
    progress.moved(1000, 0.9);
    progress.finish();

    // Then
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void longWorkSaysEveryFiveSecondsHowFarItIs() {
    // Given
    Progress progress = new Progress(new PrintWriter(err), false, nanos::get);

    // When
    for (int second = 1; second <= 11; second++) {
      nanos.set(second * 1_000_000_000L);
      progress.moved(second * 1000L, second / 20.0);
    }

    // Then
    assertThat(err.toString().lines())
        .containsExactly(
            " 25 %, 5,000 articles, 1,000 a second", " 50 %, 10,000 articles, 1,000 a second");
  }

  @Test
  void onATerminalTheLineIsDrawnOverAndClearedAtTheEnd() {
    // Given
    Progress progress = new Progress(new PrintWriter(err), true, nanos::get);

    // When
    nanos.set(1_000_000_000L);
    progress.moved(500, -1);
    progress.finish();

    // Then
    assertThat(err.toString()).isEqualTo("\r\u001B[K500 articles, 500 a second\r\u001B[K");
  }
}
