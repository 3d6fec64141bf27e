package io.tocsin.alert;

import static io.tocsin.fixtures.MentionMaker.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.MentionMaker;
import io.tocsin.model.Alert;
import io.tocsin.model.Alert.Cause;
import io.tocsin.model.Alert.State;
import io.tocsin.model.Condition.Match;
import io.tocsin.model.Condition.Threshold;
import io.tocsin.model.Evidence;
import io.tocsin.model.Measure;
import io.tocsin.model.Mention;
import io.tocsin.model.Rule;
import io.tocsin.model.SubjectRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Episodes open, grow, end and stay the same whatever the order of arrival. */
class AlertDeskTest {
  private static final Duration WINDOW = Duration.ofMinutes(30);
  private final MentionMaker maker = new MentionMaker(Bench.SUBJECT);

  @Test
  void theArticleThatReachesTheNumberOpensTheEpisodeAtOnce() {
    Bench bench = new Bench(Bench.threshold(Measure.ARTICLES, 3, WINDOW));
    bench.see(maker.at(0, "a"));
    bench.see(maker.at(10, "b"));

    List<Alert> alerts = bench.see(maker.at(20, "c"));

    assertThat(alerts).hasSize(1);
    Alert alert = alerts.get(0);
    assertThat(alert.state()).isEqualTo(State.OPENED);
    assertThat(alert.reason()).isEqualTo(Cause.SCORE);
    assertThat(alert.startsAt()).isEqualTo(minute(20));
    assertThat(alert.observed().articles()).isEqualTo(3);
    assertThat(alert.expected()).isEqualTo(3);
    assertThat(alert.sequence()).isEqualTo(1);
    assertThat(alert.evidence()).extracting(Evidence::publisher).containsExactly("a", "b", "c");
    assertThat(alert.labels()).containsEntry("team", "desk");
    assertThat(alert.summary()).contains("3 articles", "30 min", "rule r");
  }

  @Test
  void articlesOutsideTheWindowDoNotAddUp() {
    Bench bench = new Bench(Bench.threshold(Measure.ARTICLES, 3, WINDOW));

    bench.see(maker.at(0, "a"));
    bench.see(maker.at(10, "b"));
    bench.see(maker.at(30, "c"));

    assertThat(bench.told).isEmpty();
  }

  @Test
  void voicesAreNotCopies() {
    Bench bench = new Bench(Bench.threshold(Measure.VOICES, 2, WINDOW));

    bench.see(maker.copy(0, "a", "wire"));
    bench.see(maker.copy(1, "b", "wire"));
    assertThat(bench.told).isEmpty();
    bench.see(maker.copy(2, "b", "own story"));

    assertThat(bench.told).hasSize(1);
  }

  @Test
  void aDoubledMeasureIsToldWithTheArticlesThatAreNew() {
    Bench bench = new Bench(Bench.threshold(Measure.ARTICLES, 3, WINDOW));
    for (int i = 0; i < 5; i++) {
      bench.see(maker.at(i, "early" + i));
    }

    List<Alert> alerts = bench.see(maker.at(6, "sixth"));

    assertThat(alerts).extracting(Alert::reason).containsExactly(Cause.ESCALATED);
    assertThat(alerts.get(0).observed().articles()).isEqualTo(6);
    assertThat(alerts.get(0).evidence())
        .extracting(Evidence::publisher)
        .containsExactly("early3", "early4", "sixth");
  }

  @Test
  void theEpisodeEndsWhenTheMeasureStayedUnderTheLevelForTheHold() {
    Bench bench = new Bench(Bench.threshold(Measure.ARTICLES, 3, WINDOW));
    for (int i = 0; i < 3; i++) {
      bench.see(maker.at(i, "p" + i));
    }

    bench.see(maker.at(120, "much later"));

    Alert last = bench.told.get(bench.told.size() - 1);
    assertThat(last.state()).isEqualTo(State.RESOLVED);
    assertThat(last.reason()).isEqualTo(Cause.BELOW);
    assertThat(last.endsAt())
        .as("only one article is left once minute 1 leaves")
        .isEqualTo(minute(31));
    assertThat(last.changedAt()).isEqualTo(minute(41));
    assertThat(last.id()).isEqualTo(bench.told.get(0).id());
    assertThat(last.sequence()).isEqualTo(2);
  }

  @Test
  void aLongEpisodeEndsWithItsPeriodAndTheNextPeriodHasItsOwn() {
    Bench bench = new Bench(Bench.threshold(Measure.ARTICLES, 2, WINDOW));

    for (int m = 0; m <= 24 * 60; m += 10) {
      bench.see(maker.at(m, "p" + m));
    }

    assertThat(bench.told.stream().filter(a -> a.state() == State.OPENED)).hasSize(2);
    assertThat(bench.told.stream().filter(a -> a.reason() == Cause.EXPIRED)).hasSize(1);
    assertThat(ids(bench.told)).hasSize(2);
  }

  @Test
  void aConditionThatMustHoldOpensOnlyAfterItHeld() {
    Threshold held = new Threshold(WINDOW, Measure.ARTICLES, 3, Duration.ofMinutes(5));
    Bench bench = new Bench(Bench.rule(held, null));
    for (int i = 0; i < 3; i++) {
      bench.see(maker.at(i, "p" + i));
    }
    assertThat(bench.told).isEmpty();

    bench.restart();
    List<Alert> alerts = bench.see(maker.at(7, "tick"));

    assertThat(alerts).extracting(Alert::state).containsExactly(State.OPENED);
    assertThat(alerts.get(0).changedAt()).isEqualTo(minute(7));
    assertThat(alerts.get(0).startsAt()).isEqualTo(minute(2));
  }

  @Test
  void aConditionThatDidNotHoldOpensNothing() {
    Threshold held =
        new Threshold(Duration.ofMinutes(4), Measure.ARTICLES, 3, Duration.ofMinutes(5));
    Bench bench = new Bench(Bench.rule(held, null));
    for (int i = 0; i < 3; i++) {
      bench.see(maker.at(i, "p" + i));
    }

    bench.see(maker.at(60, "tick"));

    assertThat(bench.told).isEmpty();
  }

  @Test
  void lateArticleIsCountedAsLateAndAlertsNothing() {
    Bench bench = new Bench(Bench.threshold(Measure.ARTICLES, 2, WINDOW));
    bench.see(maker.at(0, "a"));

    bench.see(maker.late(1, "b"));
    bench.see(maker.late(2, "c"));

    assertThat(bench.told).isEmpty();
  }

  @Test
  void aChangedRuleEndsItsOpenEpisodes() {
    Bench bench = new Bench(Bench.threshold(Measure.ARTICLES, 2, WINDOW));
    bench.see(maker.at(0, "a"));
    bench.see(maker.at(1, "b"));

    bench.book = Bench.book(2);
    bench.see(maker.at(2, "c"));

    Alert last = bench.told.get(bench.told.size() - 1);
    assertThat(last.reason()).isEqualTo(Cause.RULE_CHANGED);
    assertThat(last.watchlistVersion()).isEqualTo(2);
    assertThat(last.ruleVersion()).isEqualTo(1);
  }

  @Test
  void anOlderWatchlistThatIsSeenAfterARestartEndsNoEpisodeOfANewerRule() {
    Rule rule = Bench.threshold(Measure.ARTICLES, 2, WINDOW).withVersion(5);
    Bench bench = new Bench(rule);
    bench.book = Bench.book(5, rule);
    bench.see(maker.at(0, "a"));
    bench.see(maker.at(1, "b"));

    bench.restart();
    bench.book = Bench.book(4, rule.withVersion(4));
    bench.see(maker.at(2, "c"));
    bench.book = Bench.book(3);
    bench.see(maker.at(3, "d"));
    bench.book = Bench.book(5, rule);
    bench.see(maker.at(4, "e"));

    assertThat(bench.told).extracting(Alert::reason).doesNotContain(Cause.RULE_CHANGED);
    assertThat(bench.told).extracting(Alert::ruleVersion).containsOnly(5L);
  }

  @Test
  void aStoryAlertsOnceHoweverManyCopiesComeOverDays() {
    MentionMaker story = new MentionMaker(new SubjectRef("story/abc", "A launch", "story"), "r");
    Bench bench = new Bench(Bench.rule(new Match("launch"), null));

    bench.see(story.at(0, "a"));
    bench.see(story.at(3000, "b"));

    assertThat(bench.told.stream().filter(a -> a.state() == State.OPENED)).hasSize(1);
    assertThat(ids(bench.told)).hasSize(1);
    assertThat(bench.told).extracting(Alert::reason).contains(Cause.EXPIRED);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void theSetOfAlertsIsTheSameInAnyOrderOfArrivalAndAcrossRestarts(long seed) {
    Random random = new Random(seed);
    List<Mention> mentions = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      long at =
          random.nextInt(4) == 0
              ? random.nextInt(5 * 24 * 60)
              : 1440L * random.nextInt(5) + random.nextInt(90);
      mentions.add(maker.copy(at, "p" + random.nextInt(6), "s" + random.nextInt(40)));
    }
    Bench calm = new Bench(Bench.threshold(Measure.VOICES, 4, WINDOW));
    mentions.stream().sorted((a, b) -> a.eventTime().compareTo(b.eventTime())).forEach(calm::see);
    Bench wild = new Bench(Bench.threshold(Measure.VOICES, 4, WINDOW));

    Collections.shuffle(mentions, random);
    for (Mention mention : mentions) {
      wild.see(mention);
      if (random.nextInt(50) == 0) {
        wild.restart();
      }
    }

    assertThat(calm.told).as("seed %d", seed).isNotEmpty();
    assertThat(ids(wild.told)).as("seed %d", seed).isEqualTo(ids(calm.told));
    assertThat(peaks(wild)).as("seed %d", seed).isEqualTo(peaks(calm));
  }

  private static Set<String> ids(List<Alert> alerts) {
    return alerts.stream().map(Alert::id).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> peaks(Bench bench) {
    return bench.told.stream()
        .map(Alert::id)
        .distinct()
        .map(id -> id + " " + peak(bench, id))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static long peak(Bench bench, String id) {
    Alert any = bench.told.stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
    long day = Math.floorDiv(any.startsAt().getEpochSecond(), 86_400L) * 1440;
    Episode episode = bench.episodes.get(Episode.key("r", Bench.SUBJECT, day));
    return episode == null ? -1 : episode.progress().peak().voices();
  }
}
