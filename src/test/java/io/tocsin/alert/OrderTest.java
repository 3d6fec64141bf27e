package io.tocsin.alert;

import static io.tocsin.fixtures.MentionMaker.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.MentionMaker;
import io.tocsin.model.Alert;
import io.tocsin.model.Alert.Cause;
import io.tocsin.model.Alert.Observed;
import io.tocsin.model.Alert.State;
import io.tocsin.model.Condition.Match;
import io.tocsin.model.Condition.Threshold;
import io.tocsin.model.Measure;
import io.tocsin.model.Mention;
import io.tocsin.model.Rule;
import io.tocsin.model.Rule.Resolve;
import io.tocsin.model.Severity;
import io.tocsin.model.SubjectRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The last record of every alert is the same in every order of arrival: id, state, cause,
 * beginning, end, height, severity, the window and the event time that decided. What depends on the
 * order are the number of records ({@code sequence}) and which article was shown in which of them
 * ({@code evidence}).
 */
class OrderTest {
  private static final Duration WINDOW = Duration.ofMinutes(30);

  private final MentionMaker maker = new MentionMaker(Bench.SUBJECT);

  /** What must not depend on the order. */
  private record Told(
      State state,
      Cause cause,
      Severity severity,
      Instant startsAt,
      @Nullable Instant endsAt,
      Instant changedAt,
      Observed observed,
      Alert.Window window) {
    static Told of(Alert alert) {
      return new Told(
          alert.state(),
          alert.reason(),
          alert.severity(),
          alert.startsAt(),
          alert.endsAt(),
          alert.changedAt(),
          alert.observed(),
          alert.window());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void voicesAreToldTheSameInAnyOrder(long seed) {
    assertSameInAnyOrder(Bench.threshold(Measure.VOICES, 4, WINDOW), maker, seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void anEpisodeThatEndsAndBeginsAgainIsToldTheSameInAnyOrder(long seed) {
    Threshold quick = new Threshold(Duration.ofMinutes(10), Measure.ARTICLES, 4, Duration.ZERO);
    assertSameInAnyOrder(Bench.rule(quick, new Resolve(3, Duration.ofMinutes(2))), maker, seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void aConditionThatMustHoldIsToldTheSameInAnyOrder(long seed) {
    Threshold held =
        new Threshold(Duration.ofMinutes(20), Measure.STORIES, 5, Duration.ofMinutes(7));
    assertSameInAnyOrder(Bench.rule(held, new Resolve(2, Duration.ofMinutes(15))), maker, seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void aStoryIsToldTheSameInAnyOrder(long seed) {
    MentionMaker story = new MentionMaker(new SubjectRef("story/abc", "A launch", "story"), "r");
    assertSameInAnyOrder(Bench.rule(new Match("launch"), null), story, seed);
  }

  @Test
  void anArticleFromBeforeTheToldEndCorrectsWhatWasTold() {
    // Given
    Bench bench = new Bench(Bench.threshold(Measure.ARTICLES, 3, WINDOW));
    for (int i = 10; i < 13; i++) {
      bench.see(maker.at(i, "p" + i));
    }
    bench.see(maker.at(200, "the end"));

    // When
    List<Alert> alerts = bench.see(maker.at(9, "old"));

    // Then
    assertThat(alerts).extracting(Alert::state).containsExactly(State.RESOLVED);
    Alert last = alerts.get(0);
    assertThat(last.id()).isEqualTo(bench.told.get(0).id());
    assertThat(last.sequence()).isEqualTo(3);
    assertThat(last.startsAt()).isEqualTo(minute(11));
    assertThat(last.endsAt()).isEqualTo(minute(41));
    assertThat(last.observed().articles()).isEqualTo(4);
  }

  @Test
  void anArticleThatChangesNothingThatWasToldIsSilent() {
    // Given
    Bench bench = new Bench(Bench.threshold(Measure.ARTICLES, 3, WINDOW));
    for (int i = 10; i < 13; i++) {
      bench.see(maker.at(i, "p" + i));
    }
    bench.see(maker.at(300, "the end"));

    // When
    List<Alert> before = bench.see(maker.at(-60, "long before"));
    List<Alert> after = bench.see(maker.at(100, "after"));

    // Then
    assertThat(before).isEmpty();
    assertThat(after).isEmpty();
  }

  /** What is certain by the last article has been told by then, wherever the stream breaks off. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anEndIsToldOnceItIsCertain(long seed) {
    // Given
    Random random = new Random(seed);
    Duration window = Duration.ofMinutes(10L + 10L * random.nextInt(3));
    Threshold threshold = new Threshold(window, Measure.ARTICLES, 4, Duration.ZERO);
    Rule rule = Bench.rule(threshold, new Resolve(3, Duration.ofMinutes(random.nextInt(30))));
    List<Mention> file = mentions(maker, random);

    for (int cut = 30; cut < 4 * 1440; cut += 17) {
      // When
      Instant until = minute(cut);
      List<Mention> head = file.stream().filter(m -> m.eventTime().isBefore(until)).toList();
      List<Mention> sorted = new ArrayList<>(head);
      sorted.sort(Comparator.comparing(Mention::eventTime));
      Mention end = new MentionMaker("other/clock").at(cut, "the end");
      Map<String, State> expected = states(one(rule, sorted, end));

      // Then
      assertThat(states(one(rule, head, end))).as("cut %d", cut).isEqualTo(expected);
      assertThat(states(packs(rule, shuffled(head, random), end, random)))
          .as("packed shuffle, cut %d", cut)
          .isEqualTo(expected);
    }
  }

  private static Map<String, State> states(Map<String, Told> told) {
    Map<String, State> states = new TreeMap<>();
    told.forEach(
        (id, last) ->
            states.put(id, last.state() == State.RESOLVED ? State.RESOLVED : State.OPENED));
    return states;
  }

  private static void assertSameInAnyOrder(Rule rule, MentionMaker maker, long seed) {
    // Given
    Random random = new Random(seed);
    List<Mention> file = mentions(maker, random);
    List<Mention> sorted = new ArrayList<>(file);
    sorted.sort(Comparator.comparing(Mention::eventTime));
    Mention end = new MentionMaker("other/clock").at(6 * 1440, "the end");

    // When
    Bench calm = new Bench(rule);
    sorted.forEach(calm::see);
    calm.see(end);
    Map<String, Told> expected = last(calm);

    // Then
    assertThat(expected).as("seed %d", seed).isNotEmpty();
    assertThat(expected.values()).extracting(Told::state).containsOnly(State.RESOLVED);
    assertThat(one(rule, file, end)).as("file order, seed %d", seed).isEqualTo(expected);
    assertThat(packs(rule, file, end, random)).as("packed, seed %d", seed).isEqualTo(expected);
    for (int round = 0; round < 3; round++) {
      List<Mention> shuffled = shuffled(sorted, random);
      assertThat(one(rule, shuffled, end)).as("shuffle, seed %d", seed).isEqualTo(expected);
      assertThat(packs(rule, shuffled, end, random))
          .as("packed shuffle, seed %d", seed)
          .isEqualTo(expected);
    }
  }

  /** Bursts and single articles over four days, as two sources of which one is hours behind. */
  private static List<Mention> mentions(MentionMaker maker, Random random) {
    List<Mention> ahead = new ArrayList<>();
    List<Mention> behind = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      long day = 1440L * random.nextInt(4);
      boolean single = random.nextInt(4) == 0;
      long burst = 180L * random.nextInt(8) + random.nextInt(50);
      long at = day + (single ? random.nextInt(1440) : burst);
      (random.nextBoolean() ? ahead : behind)
          .add(maker.copy(at, "p" + random.nextInt(8), "s" + random.nextInt(60)));
    }
    ahead.sort(Comparator.comparing(Mention::eventTime));
    behind.sort(Comparator.comparing(Mention::eventTime));
    List<Mention> file = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      if (i < ahead.size()) {
        file.add(ahead.get(i));
      }
      if (i >= 20 && i - 20 < behind.size()) {
        file.add(behind.get(i - 20));
      }
    }
    return file;
  }

  /** Each article up to an hour later than its event time says. */
  private static List<Mention> shuffled(List<Mention> mentions, Random random) {
    Map<Mention, Long> arrival = new HashMap<>();
    mentions.forEach(m -> arrival.put(m, m.eventTime().getEpochSecond() + random.nextInt(3_600)));
    List<Mention> shuffled = new ArrayList<>(mentions);
    shuffled.sort(Comparator.comparing(arrival::get));
    return shuffled;
  }

  private static Map<String, Told> one(Rule rule, List<Mention> mentions, Mention end) {
    Bench bench = new Bench(rule);
    mentions.forEach(bench::see);
    bench.see(end);
    return last(bench);
  }

  /** In packs of some articles, with restarts between them. */
  private static Map<String, Told> packs(
      Rule rule, List<Mention> mentions, Mention end, Random random) {
    Bench bench = new Bench(rule);
    int from = 0;
    int most = random.nextBoolean() ? 30 : 400;
    while (from < mentions.size()) {
      int to = Math.min(mentions.size(), from + 1 + random.nextInt(most));
      bench.seePack(mentions.subList(from, to));
      from = to;
      if (random.nextInt(10) == 0) {
        bench.restart();
      }
    }
    bench.see(end);
    return last(bench);
  }

  private static Map<String, Told> last(Bench bench) {
    Map<String, Told> last = new TreeMap<>();
    bench.told.stream()
        .filter(alert -> alert.startsAt().isBefore(minute(5 * 1440)))
        .forEach(alert -> last.put(alert.id(), Told.of(alert)));
    return last;
  }
}
