package io.tocsin.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** All guarantees together, as the end of a test. */
public final class Guarantees {
  private static final Duration PATIENCE = Duration.ofSeconds(100);

  private Guarantees() {}

  /**
   * Waits until everything that was published is processed and every guarantee holds.
   *
   * @return what stands on the topics then
   */
  public static Results awaitHold(String bootstrap, String prefix) {
    await("all guarantees hold")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() -> assertHold(Results.read(bootstrap, prefix)));
    return Results.read(bootstrap, prefix);
  }

  /** Every guarantee holds on a run that has come to its end. */
  public static void assertHold(Results run) {
    assertThat(NoArticleLost.judge(run)).as("no article is lost").isEmpty();
    assertThat(CountsMatchReference.judge(run)).as("counts match the reference").isEmpty();
    assertThat(EachEpisodeOnce.judge(run)).as("each episode once").isEmpty();
  }

  /** A disturbed run ended with the same counts and the same alerts. */
  static void assertSame(Results disturbed, Results undisturbed) {
    assertThat(disturbed.articles()).hasSameSizeAs(undisturbed.articles());
    assertThat(disturbed.finalCounts()).isEqualTo(undisturbed.finalCounts());
    assertThat(disturbed.alertIds()).isEqualTo(undisturbed.alertIds());
  }
}
