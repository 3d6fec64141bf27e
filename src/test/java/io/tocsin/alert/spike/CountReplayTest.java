package io.tocsin.alert.spike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.alert.spike.Assessment.Method;
import io.tocsin.alert.spike.CountReplay.Change;
import io.tocsin.alert.spike.CountReplay.Episode;
import io.tocsin.alert.spike.CountReplay.Point;
import io.tocsin.alert.spike.CountReplay.Step;
import io.tocsin.model.Condition.Budget;
import io.tocsin.model.Condition.Spike;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/** What opens an episode in a plain series, what does not, and how it ends. */
class CountReplayTest {
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration BIN = Duration.ofMinutes(10);
  private static final int BINS_A_DAY = 144;

  @Test
  void fifthMentionOfAQuietSubjectOpensAtOnce() {
    // Given: nothing for three days, then one mention every ten minutes
    List<Point> points = series(4, bin -> bin >= 3 * BINS_A_DAY + 60 ? 1 : 0);

    // When
    Episode first = CountReplay.episodes(Spike.DEFAULT, DAY, points).get(0);

    // Then
    assertThat(first.opened()).isEqualTo(at(3 * BINS_A_DAY + 64));
    assertThat(first.opening().observed()).isEqualTo(5);
  }

  @Test
  void fewerThanTheRuleAsksForNeverOpen() {
    // Given
    List<Point> points = series(5, bin -> bin % BINS_A_DAY < 4 ? 1 : 0);

    // When, Then
    assertThat(CountReplay.episodes(Spike.DEFAULT, DAY, points)).isEmpty();
  }

  @Test
  void firstDayIsWarmUp() {
    // Given
    List<Point> points = series(1, bin -> bin == 100 ? 500 : 2);

    // When
    List<Step> steps = CountReplay.run(Spike.DEFAULT, DAY, points);

    // Then
    assertThat(steps).allMatch(step -> step.change() == null);
    assertThat(steps)
        .extracting(step -> step.assessment().method())
        .containsOnly(Method.WARMING_UP);
  }

  @Test
  void hourThatIsAlwaysBusyIsNoSpike() {
    // Given: ten days with a busy morning hour
    LongUnaryOperator morning = bin -> bin % BINS_A_DAY / 6 == 8 ? 30 : 2;

    // When
    List<Episode> episodes = CountReplay.episodes(Spike.DEFAULT, DAY, series(12, morning));

    // Then: it may surprise before it is known, and no more after that
    assertThat(episodes)
        .allMatch(episode -> episode.opened().isBefore(START.plus(Duration.ofDays(6))));
  }

  @Test
  void pastEventDoesNotBlindTheNext() {
    // Given: the same event on the fourth and the ninth day
    LongUnaryOperator twice =
        bin -> bin == 4 * BINS_A_DAY + 70 || bin == 9 * BINS_A_DAY + 70 ? 400 : 1 + bin % 2;

    // When
    List<Episode> episodes = CountReplay.episodes(Spike.DEFAULT, DAY, series(11, twice));

    // Then
    assertThat(episodes)
        .extracting(Episode::opened)
        .containsExactly(at(4 * BINS_A_DAY + 70), at(9 * BINS_A_DAY + 70));
  }

  @Test
  void growthOfAllNewsIsNoSpikeOfASubject() {
    // Given: on the last day everything is ten times as much
    List<Point> points = new ArrayList<>();
    for (int bin = 0; bin < 8 * BINS_A_DAY; bin++) {
      long factor = bin >= 7 * BINS_A_DAY ? 10 : 1;
      points.add(new Point(at(bin), factor * (1 + bin % 2), BIN, factor * 40));
    }

    // When
    List<Episode> together = CountReplay.episodes(Spike.DEFAULT, DAY, points);
    List<Episode> alone =
        CountReplay.episodes(
            Spike.DEFAULT,
            DAY,
            points.stream().map(p -> new Point(p.at(), p.value(), p.width())).toList());

    // Then
    assertThat(together).isEmpty();
    assertThat(alone).hasSize(1);
  }

  @Test
  void backlogAfterAGapIsWarmUpAgain() {
    // Given: three days are missing, and what was missed comes in one bin
    List<Point> points = new ArrayList<>(series(5, bin -> 2));
    for (int bin = 8 * BINS_A_DAY; bin < 9 * BINS_A_DAY; bin++) {
      points.add(new Point(at(bin), bin == 8 * BINS_A_DAY ? 800 : 2, BIN));
    }

    // When
    List<Step> steps = CountReplay.run(Spike.DEFAULT, DAY, points);

    // Then
    Step backlog = steps.get(5 * BINS_A_DAY);
    assertThat(backlog.assessment().method()).isEqualTo(Method.WARMING_UP);
    assertThat(steps).allMatch(step -> step.change() == null);
  }

  @Test
  void episodeEndsWhenTheScoreStayedLowForAWindow() {
    // Given: an event of half an hour on a quiet subject
    int event = 5 * BINS_A_DAY + 30;
    List<Point> points = series(7, bin -> bin >= event && bin < event + 3 ? 20 : 0);

    // When
    List<Step> changes =
        CountReplay.run(Spike.DEFAULT, DAY, points).stream()
            .filter(step -> step.change() != null)
            .toList();

    // Then
    assertThat(changes)
        .extracting(Step::change)
        .containsExactly(Change.OPENED, Change.ESCALATED, Change.RESOLVED);
    assertThat(changes.get(2).at()).isAfter(at(event + 8)).isBefore(at(event + 60));
  }

  @Test
  void onePeriodHasOneOpeningAtMost() {
    // Given: two events on one day, one on the next
    LongUnaryOperator events =
        bin -> {
          long day = bin / BINS_A_DAY;
          long inDay = bin % BINS_A_DAY;
          return (day == 5 && (inDay == 10 || inDay == 100)) || (day == 6 && inDay == 50) ? 60 : 0;
        };

    // When
    List<Episode> episodes = CountReplay.episodes(Spike.DEFAULT, DAY, series(8, events));

    // Then
    assertThat(episodes)
        .extracting(Episode::opened)
        .containsExactly(at(5 * BINS_A_DAY + 10), at(6 * BINS_A_DAY + 50));
  }

  @Test
  void budgetLetsThePastChooseWhatIsNeeded() {
    // Given: a burst a day, and a greater one in the end
    List<Point> points =
        series(16, bin -> bin == 15 * BINS_A_DAY + 90 ? 300 : bin % BINS_A_DAY == 40 ? 12 : 0);
    Spike said = Spike.DEFAULT;
    Spike rare =
        new Spike(
            said.window(),
            said.baseline(),
            said.measure(),
            said.sensitivity(),
            said.atLeast(),
            said.voices(),
            new Budget(1, Duration.ofDays(7)));

    // When
    List<Episode> free = CountReplay.episodes(said, DAY, points);
    List<Episode> budgeted = CountReplay.episodes(rare, DAY, points);

    // Then
    assertThat(budgeted).hasSizeLessThan(free.size());
    assertThat(budgeted).extracting(Episode::opened).contains(at(15 * BINS_A_DAY + 90));
  }

  @Test
  void seriesOutOfOrderAndNegativeValuesAreRefusedByTheirTime() {
    List<Point> unordered = List.of(new Point(at(1), 1, BIN), new Point(at(0), 1, BIN));
    List<Point> negative = List.of(new Point(at(0), -1, BIN));
    assertThatThrownBy(() -> CountReplay.run(Spike.DEFAULT, DAY, unordered))
        .hasMessage(
            "the point at 2026-01-05T00:00:00Z comes after a later one: sort the series by time");
    assertThatThrownBy(() -> CountReplay.run(Spike.DEFAULT, DAY, negative))
        .hasMessage("the value at 2026-01-05T00:00:00Z is -1: counts are not negative");
  }

  private static List<Point> series(int days, LongUnaryOperator value) {
    List<Point> points = new ArrayList<>();
    for (int bin = 0; bin < days * BINS_A_DAY; bin++) {
      points.add(new Point(at(bin), value.applyAsLong(bin), BIN));
    }
    return points;
  }

  private static Instant at(int bin) {
    return START.plus(BIN.multipliedBy(bin));
  }
}
