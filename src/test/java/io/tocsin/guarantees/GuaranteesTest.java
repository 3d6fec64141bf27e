package io.tocsin.guarantees;

import static io.tocsin.guarantees.Breach.Verdict.DUPLICATED;
import static io.tocsin.guarantees.Breach.Verdict.INVENTED;
import static io.tocsin.guarantees.Breach.Verdict.LOST;
import static io.tocsin.guarantees.Breach.Verdict.WRONG;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Alert.State;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The guarantees hold on a good run, and each planted fault is found: judges that can fail. */
class GuaranteesTest {
  private final Runs run = new Runs();

  @Test
  void goodRunBreaksNothing() {
    // Given
    run.publish("a", "First");
    run.publish("a", "First");
    run.publish("a", "First, corrected");
    run.publish("not json".getBytes(UTF_8));
    run.reject(3);
    run.tag("a", "First", 0, "place/x");
    run.tag("a", "First, corrected", 1, "place/x", "place/y");
    run.count("place/x", 1);
    run.count("place/y", 1);
    run.alert("e", State.OPENED, 1);
    run.alert("e", State.UPDATED, 2);
    run.alert("e", State.RESOLVED, 3);
    run.alert("e", State.UPDATED, 4);

    // When
    Results results = run.results();

    // Then
    assertThat(NoArticleLost.judge(results)).isEmpty();
    assertThat(CountsMatchReference.judge(results)).isEmpty();
    assertThat(EachEpisodeOnce.judge(results)).isEmpty();
  }

  @Test
  void lostArticleIsFound() {
    run.publish("a", "First");
    assertThat(verdicts(NoArticleLost.judge(run.results()))).containsExactly(LOST);
  }

  @Test
  void lostCorrectionIsFound() {
    run.publish("a", "First");
    run.publish("a", "First, corrected");
    run.tag("a", "First", 0);
    assertThat(verdicts(NoArticleLost.judge(run.results()))).containsExactly(LOST);
  }

  @Test
  void lostPoisonIsFound() {
    run.publish("not json".getBytes(UTF_8));
    assertThat(verdicts(NoArticleLost.judge(run.results()))).containsExactly(LOST);
  }

  @Test
  void articleTaggedTwiceIsFound() {
    run.publish("a", "First");
    run.tag("a", "First", 0);
    run.tag("a", "First", 1);
    assertThat(verdicts(NoArticleLost.judge(run.results()))).containsExactly(DUPLICATED);
  }

  @Test
  void recordRejectedTwiceIsFound() {
    run.publish("not json".getBytes(UTF_8));
    run.reject(0);
    run.reject(0);
    assertThat(verdicts(NoArticleLost.judge(run.results()))).containsExactly(DUPLICATED);
  }

  @Test
  void articleAndRejectionFromNowhereAreFound() {
    run.tag("a", "First", 0);
    run.reject(7);
    assertThat(verdicts(NoArticleLost.judge(run.results()))).containsExactly(INVENTED, INVENTED);
  }

  @Test
  void articleBothRejectedAndTaggedIsFound() {
    run.publish("a", "First");
    run.reject(0);
    run.tag("a", "First", 0);
    assertThat(verdicts(NoArticleLost.judge(run.results()))).containsExactly(INVENTED);
  }

  @Test
  void mentionCountedTwiceIsFound() {
    run.tag("a", "First", 0, "place/x");
    run.count("place/x", 1);
    run.count("place/x", 2);
    assertThat(verdicts(CountsMatchReference.judge(run.results()))).containsExactly(WRONG);
  }

  @Test
  void lostAndInventedCountsAreFound() {
    run.tag("a", "First", 0, "place/x");
    run.count("place/y", 1);
    assertThat(verdicts(CountsMatchReference.judge(run.results()))).containsExactly(INVENTED, LOST);
  }

  @Test
  void episodeOpenedTwiceIsFound() {
    run.alert("e", State.OPENED, 1);
    run.alert("e", State.OPENED, 2);
    assertThat(verdicts(EachEpisodeOnce.judge(run.results()))).containsExactly(WRONG);
  }

  @Test
  void recordToldTwiceIsFound() {
    run.alert("e", State.OPENED, 1);
    run.alert("e", State.OPENED, 1);
    assertThat(verdicts(EachEpisodeOnce.judge(run.results()))).containsExactly(DUPLICATED);
  }

  @Test
  void gapInAnEpisodeIsFound() {
    run.alert("e", State.OPENED, 1);
    run.alert("e", State.RESOLVED, 3);
    run.alert("f", State.UPDATED, 2);
    assertThat(verdicts(EachEpisodeOnce.judge(run.results()))).containsExactly(LOST, LOST);
  }

  @Test
  void episodeThatBeginsWithoutOpeningIsFound() {
    run.alert("e", State.UPDATED, 1);
    assertThat(verdicts(EachEpisodeOnce.judge(run.results()))).containsExactly(WRONG);
  }

  private static List<Breach.Verdict> verdicts(List<Breach> breaches) {
    return breaches.stream().map(Breach::verdict).toList();
  }
}
