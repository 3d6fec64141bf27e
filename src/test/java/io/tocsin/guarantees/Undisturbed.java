package io.tocsin.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.fixtures.NewsMaker;
import io.tocsin.fixtures.Publishing;
import io.tocsin.fixtures.RunningService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stream that disturbed runs are held against, and what comes of it when nothing happens. */
final class Undisturbed {
  static final List<NewsMaker.Published> STREAM = NewsMaker.records(20240304, 6_000);

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static @Nullable Results results;

  private Undisturbed() {}

  /** Runs the stream once per JVM, in a folder of its own. */
  static synchronized Results results(Path folder) {
    if (results == null) {
      String watchlist = "watchlist.folder=" + NewsMaker.watchlist(folder.resolve("watchlist"));
      try (RunningService service = RunningService.start(folder.resolve("data"), watchlist);
          Publishing producer = new Publishing(service.bootstrap(), service.prefix())) {
        producer.publish(STREAM);
        results = awaitComplete(service.bootstrap(), service.prefix(), STREAM.size());
      }
      assertThat(results.alertIds()).as("a stream without alerts would prove nothing").isNotEmpty();
    }
    return results;
  }

  /**
   * Waits until so many records are published and all guarantees hold, and returns what is there.
   */
  static Results awaitComplete(String bootstrap, String prefix, int published) {
    Results[] last = new Results[1];
    await("all guarantees hold")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () -> {
              last[0] = Results.read(bootstrap, prefix);
              assertThat(last[0].articles()).hasSize(published);
              assertHolds(last[0]);
            });
    return last[0];
  }

  /** Every guarantee holds on a run that has come to its end. */
  static void assertHolds(Results run) {
    assertThat(NoArticleLost.judge(run)).as("no article is lost").isEmpty();
    assertThat(CountsMatchReference.judge(run)).as("counts match the reference").isEmpty();
    assertThat(EachEpisodeOnce.judge(run)).as("each episode once").isEmpty();
  }

  /** A disturbed run ended with the same counts and the same alerts. */
  static void assertSame(Results disturbed, Results undisturbed) {
    assertThat(disturbed.finalCounts()).isEqualTo(undisturbed.finalCounts());
    assertThat(disturbed.alertIds()).isEqualTo(undisturbed.alertIds());
  }
}
