package io.tocsin.alert;

import static io.tocsin.fixtures.MentionMaker.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.MentionMaker;
import io.tocsin.model.Alert;
import io.tocsin.model.Alert.Cause;
import io.tocsin.model.Alert.State;
import io.tocsin.model.Condition;
import io.tocsin.model.Condition.Drop;
import io.tocsin.model.Condition.First;
import io.tocsin.model.Condition.Newcomer;
import io.tocsin.model.Condition.Silence;
import io.tocsin.model.Measure;
import io.tocsin.model.Mention;
import io.tocsin.model.SubjectRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** First mentions, newcomers, drops and silences, at their edges and in any order. */
class PastDeskTest {
  private static final long DAY = 1_440;
  private static final Condition FIRST = new First(Duration.ofDays(2));
  private static final Condition SILENCE = new Silence(Duration.ofHours(6));
  private static final Condition DROP =
      new Drop(Duration.ofHours(6), Duration.ofDays(14), Measure.ARTICLES, 30, 10);

  private final MentionMaker maker = new MentionMaker(Bench.SUBJECT);

  @Test
  void theFirstMentionForDaysOpensAtOnceAndEndsWhenItIsQuiet() {
    // Given
    Bench bench = bench(FIRST);
    others(bench, 0, 3 * DAY);

    // When
    List<Alert> opened = mention(bench, 3 * DAY);
    mention(bench, 3 * DAY + 20);
    others(bench, 3 * DAY + 21, 4 * DAY);

    // Then
    assertThat(opened).extracting(Alert::state).containsExactly(State.OPENED);
    assertThat(opened.get(0).summary()).endsWith("the first mention in 2 d");
    assertThat(opened.get(0).evidence()).hasSize(1);
    assertThat(bench.told).extracting(Alert::state).containsExactly(State.OPENED, State.RESOLVED);
    assertThat(bench.told.get(1).reason()).isEqualTo(Cause.EXPIRED);
    assertThat(bench.told.get(1).observed().articles()).isEqualTo(1);
    assertThat(bench.told.get(1).endsAt()).isEqualTo(minute(3 * DAY + 80));
  }

  @Test
  void aMentionWithinTheTimeIsNoFirstOne() {
    Bench bench = bench(FIRST);
    others(bench, 0, 3 * DAY);
    mention(bench, 3 * DAY);
    others(bench, 3 * DAY, 4 * DAY + 700);
    int before = bench.told.size();

    mention(bench, 5 * DAY - 1);
    others(bench, 5 * DAY, 6 * DAY);

    assertThat(bench.told).hasSize(before);
  }

  @Test
  void nothingIsTheFirstWhileTheStreamItselfIsNew() {
    Bench bench = bench(FIRST);
    others(bench, 0, DAY);

    mention(bench, DAY);
    others(bench, DAY + 1, 2 * DAY);

    assertThat(bench.told).isEmpty();
  }

  @Test
  void anEarlierArticleThatComesLaterTakesTheFirstOneBack() {
    // Given: the day of the rule ends between the two
    Bench bench = bench(FIRST);
    long midnight = 3 * DAY + 18 * 60;
    others(bench, 0, midnight);
    mention(bench, midnight + 5);

    // When
    bench.accept(minute(midnight - 5));
    bench.see(maker.at(midnight - 5, "late paper"));
    others(bench, midnight + 6, midnight + DAY);

    // Then
    Map<String, Alert> last = last(bench);
    assertThat(last.values())
        .extracting(Alert::reason)
        .containsExactlyInAnyOrder(Cause.WITHDRAWN, Cause.EXPIRED);
  }

  @Test
  void silenceIsToldWhenItHasLastedAndEndsWithTheNextArticle() {
    // Given
    Bench bench = bench(SILENCE);
    mention(bench, 0);

    // When
    others(bench, 1, 12 * 60);
    mention(bench, 12 * 60);
    others(bench, 12 * 60 + 1, 15 * 60);

    // Then
    assertThat(bench.told).extracting(Alert::state).containsExactly(State.OPENED, State.RESOLVED);
    assertThat(bench.told.get(0).startsAt()).isEqualTo(minute(360));
    assertThat(bench.told.get(0).summary()).endsWith("no article for 6 h");
    assertThat(bench.told.get(1).reason()).isEqualTo(Cause.RECOVERED);
    assertThat(bench.told.get(1).endsAt()).isEqualTo(minute(12 * 60));
  }

  @Test
  void aSilenceLastsOverTheEndOfItsPeriod() {
    Bench bench = bench(SILENCE);
    mention(bench, 0);

    others(bench, 1, 3 * DAY);

    assertThat(bench.told).extracting(Alert::state).containsExactly(State.OPENED);
  }

  @Test
  void whereNothingAtAllWasHeardThereIsNoSilenceOfASubject() {
    Bench bench = bench(SILENCE);
    mention(bench, 0);

    bench.pass(minute(3 * DAY));

    assertThat(bench.told).isEmpty();
  }

  @Test
  void aDropIsToldAndEndsWhenTheSubjectIsBack() {
    // Given: six mentions an hour for five days
    Bench bench = bench(DROP);
    long gone = 5 * DAY;
    for (long at = 0; at < gone; at += 10) {
      mention(bench, at);
      others(bench, at + 1, at + 10);
    }
    assertThat(bench.told).isEmpty();

    // When
    others(bench, gone, gone + 20 * 60);
    for (long at = gone + 20 * 60; at < gone + 2 * DAY; at += 10) {
      mention(bench, at);
      others(bench, at + 1, at + 10);
    }

    // Then
    assertThat(bench.told).extracting(Alert::state).containsExactly(State.OPENED, State.RESOLVED);
    Alert opened = bench.told.get(0);
    assertThat(opened.startsAt()).isBetween(minute(gone + 230), minute(gone + 360));
    assertThat(opened.expected()).isGreaterThan(20);
    assertThat(opened.score()).isNegative();
    assertThat(bench.told.get(1).reason()).isEqualTo(Cause.RECOVERED);
  }

  @Test
  void anUnknownNameThatSeveralTellIsANewcomer() {
    // Given
    Newcomer rule = new Newcomer(Duration.ofHours(6), 3, Duration.ofDays(2), List.of());
    Bench bench = bench(rule);
    MentionMaker name = new MentionMaker(new SubjectRef("name/ada-vex", "Ada Vex", "name"), "r");
    others(bench, 0, 3 * DAY);

    // When
    List<Alert> two = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      bench.accept(minute(3 * DAY + i));
      two.addAll(bench.see(name.at(3 * DAY + i, "p" + i)));
    }
    List<Alert> three = bench.see(name.at(3 * DAY + 2, "p2"));

    // Then
    assertThat(two).isEmpty();
    assertThat(three).extracting(Alert::state).containsExactly(State.OPENED);
    assertThat(three.get(0).subject().name()).isEqualTo("Ada Vex");
    assertThat(three.get(0).summary()).contains("3 voices").endsWith("a name unheard for 2 d");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theOrderChangesNothing(long seed) {
    for (Condition rule : List.of(FIRST, SILENCE, DROP)) {
      // Given
      Random random = new Random(seed);
      List<Long> minutes = minutes(random);
      List<Mention> mentions = new ArrayList<>();
      MentionMaker fresh = new MentionMaker(Bench.SUBJECT);
      minutes.forEach(at -> mentions.add(fresh.at(at, "p" + random.nextInt(5))));

      // When
      Map<String, List<Object>> sorted = run(rule, mentions);

      // Then
      // Where days are busy, nothing need drop.
      assertThat(sorted.isEmpty() && rule != DROP).as("%s, seed %d", rule, seed).isFalse();
      for (int round = 0; round < 3; round++) {
        assertThat(run(rule, shuffled(mentions, random)))
            .as("%s, seed %d", rule, seed)
            .isEqualTo(sorted);
      }
    }
  }

  /** Busy days, quiet days, and days without anything. */
  private static List<Long> minutes(Random random) {
    List<Long> minutes = new ArrayList<>();
    for (long day = 3; day < 12; day++) {
      int articles = day % 4 == 3 ? 0 : 1 + random.nextInt(200);
      for (int i = 0; i < articles; i++) {
        minutes.add(day * DAY + random.nextInt((int) DAY));
      }
    }
    minutes.sort(Comparator.naturalOrder());
    return minutes;
  }

  private static List<Mention> shuffled(List<Mention> mentions, Random random) {
    Map<Mention, Long> arrival = new HashMap<>();
    mentions.forEach(m -> arrival.put(m, m.eventTime().getEpochSecond() + random.nextInt(3_600)));
    List<Mention> shuffled = new ArrayList<>(mentions);
    shuffled.sort(Comparator.comparing(arrival::get));
    return shuffled;
  }

  private static Map<String, List<Object>> run(Condition rule, List<Mention> mentions) {
    Bench bench = bench(rule);
    int next = 0;
    for (long at = 0; at < 14 * DAY; at += 5) {
      bench.accept(minute(at));
      // An article is sent when its time has come, or up to an hour later.
      while (next < mentions.size() && !mentions.get(next).eventTime().isAfter(minute(at))) {
        Mention mention = mentions.get(next++);
        bench.accept(mention.eventTime());
        bench.see(mention);
      }
      bench.pass(minute(at));
    }
    Map<String, List<Object>> told = new TreeMap<>();
    last(bench)
        .forEach(
            (id, a) -> {
              if (a.reason() != Cause.WITHDRAWN && a.state() == State.RESOLVED) {
                told.put(id, List.of(a.startsAt(), a.changedAt(), a.observed(), a.expected()));
              }
            });
    return told;
  }

  private static Map<String, Alert> last(Bench bench) {
    Map<String, Alert> last = new TreeMap<>();
    bench.told.forEach(alert -> last.put(alert.id(), alert));
    return last;
  }

  private static Bench bench(Condition rule) {
    return new Bench(Bench.rule(rule, null));
  }

  /** Articles that do not mention the subject, one in six minutes. */
  private static void others(Bench bench, long from, long to) {
    for (long at = from; at < to; at += 6) {
      bench.accept(minute(at));
      bench.pass(minute(at));
    }
  }

  private List<Alert> mention(Bench bench, long at) {
    bench.accept(minute(at));
    List<Alert> alerts = new ArrayList<>(bench.see(maker.at(at, "p" + at % 7)));
    alerts.addAll(bench.pass(minute(at)));
    return alerts;
  }
}
