package io.tocsin.alert;

import static io.tocsin.fixtures.MentionMaker.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.MentionMaker;
import io.tocsin.model.Alert;
import io.tocsin.model.Alert.Cause;
import io.tocsin.model.Alert.State;
import io.tocsin.model.Condition.Spike;
import io.tocsin.model.Mention;
import io.tocsin.model.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Spikes open at once, are judged for good when nothing can change them, and explain themselves.
 */
class SpikeDeskTest {
  private static final long DAY = 1_440;

  /** Five quiet days: ten articles an hour, four a day on the subject. */
  private static final long QUIET = 5 * DAY;

  private final MentionMaker maker = new MentionMaker(Bench.SUBJECT);
  private final Bench bench = new Bench(Bench.spike(Spike.DEFAULT));
  private boolean known = true;

  @Test
  void theFifthMentionOfANewThingOpensTheEpisodeAtOnce() {
    // Given
    known = false;
    quietUntil(QUIET);
    List<Alert> before = mentions(QUIET, 4);

    // When
    List<Alert> alerts = mention(maker.at(QUIET + 4, "p4"));

    // Then
    assertThat(before).isEmpty();
    assertThat(alerts).hasSize(1);
    Alert alert = alerts.get(0);
    assertThat(alert.state()).isEqualTo(State.OPENED);
    assertThat(alert.startsAt()).isEqualTo(minute(QUIET + 4));
    assertThat(alert.observed().stories()).isEqualTo(5);
    assertThat(alert.expected()).isLessThan(0.5);
    assertThat(alert.score()).isGreaterThan(4.5);
    assertThat(Objects.requireNonNull(alert.baseline()).to())
        .isBeforeOrEqualTo(minute(QUIET + 4 - 120));
    assertThat(alert.evidence()).hasSize(5);
    assertThat(alert.summary()).contains("5 stories", "± ", "expected");
  }

  @Test
  void whatAllNewsHaveMoreOfIsNoSpike() {
    // Given: a twentieth of all articles is on the subject
    for (long minute = 0; minute < QUIET; minute += 3) {
      accept(minute);
      if (minute % 60 == 0) {
        mention(maker.at(minute, "p" + minute % 7));
      }
    }

    // When: twelve times as many of everything
    for (long minute = QUIET; minute < QUIET + 60; minute++) {
      for (int i = 0; i < 4; i++) {
        accept(minute);
      }
      if (minute % 5 == 0) {
        mention(maker.at(minute, "p" + minute % 7));
      }
    }
    bench.pass(minute(QUIET + 2 * DAY));

    // Then
    assertThat(bench.told).isEmpty();
  }

  @Test
  void anEpisodeEndsWhenTheScoreStaysLowForTheLengthOfTheWindow() {
    // Given
    quietUntil(QUIET);
    mentions(QUIET, 7);

    // When
    quietFrom(QUIET + 7, QUIET + 12 * 60);

    // Then
    assertThat(bench.told).extracting(Alert::state).containsExactly(State.OPENED, State.RESOLVED);
    Alert last = bench.told.get(1);
    assertThat(last.reason()).isEqualTo(Cause.BELOW);
    assertThat(last.endsAt()).isAfter(minute(QUIET + 60)).isBefore(minute(QUIET + 6 * 60));
    assertThat(last.id()).isEqualTo(bench.told.get(0).id());
    assertThat(last.summary()).contains("at its height").endsWith("ended");
  }

  @Test
  void anEpisodeExpiresWithItsPeriod() {
    // Given: an hour before the day of the rule ends
    long start = QUIET + DAY - 7 * 60;
    quietUntil(start);

    // When
    for (long minute = start; minute < start + 180; minute++) {
      mention(maker.at(minute, "p" + minute % 9));
    }
    bench.pass(minute(start + 400));

    // Then
    assertThat(bench.told).extracting(Alert::reason).contains(Cause.EXPIRED);
    Instant end =
        bench.told.stream()
            .filter(alert -> alert.reason() == Cause.EXPIRED)
            .map(Alert::endsAt)
            .findFirst()
            .orElseThrow();
    assertThat(end).isEqualTo(Instant.parse("2026-03-08T00:00:00Z"));
  }

  @Test
  void whatOpenedTooEarlyIsTakenBack() {
    // Given
    quietUntil(QUIET);
    mentions(QUIET, 7);
    assertThat(bench.told).extracting(Alert::state).containsExactly(State.OPENED);

    // When: the rest of the same hour comes afterwards, and there is much of it
    for (int i = 0; i < 900; i++) {
      bench.accept(minute(QUIET + i % 7));
    }
    quietFrom(QUIET + 7, QUIET + DAY);

    // Then
    assertThat(bench.told).hasSize(2);
    assertThat(bench.told.get(1).state()).isEqualTo(State.RESOLVED);
    assertThat(bench.told.get(1).reason()).isEqualTo(Cause.WITHDRAWN);
    assertThat(bench.told.get(1).sequence()).isEqualTo(2);
  }

  @Test
  void whatWasTakenBackMayStillBecomeAnAlertOfTheSamePeriod() {
    // Given
    long later = QUIET + 12 * 60;
    quietUntil(QUIET);
    mentions(QUIET, 7);
    for (int i = 0; i < 900; i++) {
      bench.accept(minute(QUIET + i % 7));
    }
    quietFrom(QUIET + 7, later);

    // When
    mentions(later, 9);

    // Then
    assertThat(bench.told)
        .extracting(Alert::state)
        .containsExactly(State.OPENED, State.RESOLVED, State.OPENED);
    assertThat(bench.told).extracting(Alert::id).containsOnly(bench.told.get(0).id());
    assertThat(bench.told).extracting(Alert::sequence).containsExactly(1, 2, 3);
  }

  @Test
  void anotherVersionOfTheRuleEndsWhatTheOldOneOpened() {
    // Given
    quietUntil(QUIET);
    mentions(QUIET, 7);

    // When
    Rule changed = Bench.spike(Spike.DEFAULT).withVersion(2);
    bench.book = Bench.book(2, changed);
    List<Alert> alerts = bench.pass(minute(QUIET + 10));

    // Then
    assertThat(alerts).extracting(Alert::reason).containsExactly(Cause.RULE_CHANGED);
    assertThat(bench.pass(minute(QUIET + 2 * DAY))).isEmpty();
  }

  @Test
  void oneVoiceIsNotEnough() {
    quietUntil(QUIET);

    for (int i = 0; i < 12; i++) {
      mention(maker.at(QUIET + i, "always the same"));
    }
    bench.pass(minute(QUIET + DAY));

    assertThat(bench.told).isEmpty();
  }

  private List<Alert> mentions(long from, int count) {
    for (int i = 0; i < count; i++) {
      mention(maker.at(from + i, "p" + i));
    }
    return List.copyOf(bench.told);
  }

  private List<Alert> mention(Mention mention) {
    bench.accept(mention.eventTime());
    List<Alert> alerts = bench.see(mention);
    bench.pass(mention.eventTime());
    return alerts;
  }

  private void accept(long minute) {
    bench.accept(minute(minute));
    bench.pass(minute(minute));
  }

  private void quietUntil(long end) {
    quiet(bench, 0, end);
  }

  private void quietFrom(long start, long end) {
    quiet(bench, start, end);
  }

  private void quiet(Bench on, long start, long end) {
    for (long minute = start; minute < end; minute += 6) {
      on.accept(minute(minute));
      if (known && minute % 360 == 0 && minute < QUIET) {
        on.see(maker.at(minute, "now and then"));
      }
      on.pass(minute(minute));
    }
  }
}
