package io.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Reason;
import io.tocsin.model.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What is seen while publishing, on a terminal and in a log. */
class PublishProgressTest {
  private final AtomicLong seconds = new AtomicLong();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @Test
  void aTerminalGetsABarWithPercentRateAndRemainingTime() {
    // Given
    PublishProgress progress = progress(true, false, 1_000);

    // When
    seconds.set(10);
    progress.moved(5_000, 250);

    // Then
    assertThat(output())
        .isEqualTo("\r\u001B[K[######..................]  25 %  5,000 articles  500/s  0:30 left");
  }

  @Test
  void elsewhereThereIsOneLineEveryFiveSeconds() {
    // Given
    PublishProgress progress = progress(false, true, 1_000);

    // When
    for (int second = 1; second <= 12; second++) {
      seconds.set(second);
      progress.moved(second, second);
    }

    // Then
    assertThat(output().lines()).hasSize(2).allMatch(line -> line.contains("articles"));
    assertThat(output()).doesNotContain("\u001B", "\r");
  }

  @Test
  void filesThatWereLeftOutAreShownOnOneLine() {
    progress(false, false, -1).leftOut(new LeftOut(2, List.of("a.csv", "b\n.pdf")));

    assertThat(output())
        .isEqualTo(
            "2 files left out (suffix not known, or hidden): a.csv, b .pdf"
                + System.lineSeparator());
  }

  @Test
  void withoutALengthThereIsNoBar() {
    // Given
    PublishProgress progress = progress(false, false, -1);

    // When
    seconds.set(5);
    progress.moved(10, 10);

    // Then
    assertThat(output()).isEqualTo("10 articles  2/s" + System.lineSeparator());
  }

  @Test
  void everyTroubleIsALineWithItsPlaceAndNoControlCharacter() {
    // Given
    PublishProgress progress = progress(true, false, 10);
    seconds.set(1);
    progress.moved(1, 1);
    written.reset();

    // When
    progress.warned("n\u001B[2J.jsonl:3", new Refusal(Reason.NO_TEXT, "no text in it", null));
    progress.refused("n.jsonl:4", "too long");
    progress.failed("n.jsonl:5", "TimeoutException: gone");

    // Then
    assertThat(output().lines())
        .containsExactly(
            "",
            "\u001B[Kn [2J.jsonl:3: no_text: no text in it; sent all the same, it will be rejected",
            "n.jsonl:4: not sent: too long",
            "n.jsonl:5: not acknowledged: TimeoutException: gone");
  }

  @Test
  void theLastLineSaysWhatBecameOfEverything() {
    // Given
    PublishProgress progress = progress(false, false, 10);

    // When
    progress.finish(new Summary(1_200, 2, 1, 3, 34_567, Duration.ofSeconds(4), false));

    // Then
    assertThat(output())
        .startsWith(
            "sent 1,200 records (34,567 bytes) in 4.0 s, 300/s; 3 of them no articles, to be rejected; 2 not sent; 1 not acknowledged; stopped");
  }

  @Test
  void coloursAreOnlyForTerminalsAndWhoWantsThem() {
    // When
    progress(true, true, 10).refused("p", "x");
    progress(false, true, 10).refused("p", "x");

    // Then
    assertThat(output().lines())
        .containsExactly("\u001B[31mp: not sent: x\u001B[0m", "p: not sent: x");
    assertThat(PublishProgress.colour(Map.of())).isTrue();
    assertThat(PublishProgress.colour(Map.of("NO_COLOR", "1"))).isFalse();
  }

  private PublishProgress progress(boolean terminal, boolean colour, long bytesTotal) {
    PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
    return new PublishProgress(
        out, terminal, colour, bytesTotal, () -> seconds.get() * 1_000_000_000L);
  }

  private String output() {
    return written.toString(StandardCharsets.UTF_8);
  }
}
