package io.tocsin.alert;

import static io.tocsin.fixtures.MentionMaker.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.MentionMaker;
import io.tocsin.model.Alert;
import io.tocsin.model.Alert.Cause;
import io.tocsin.model.Alert.Observed;
import io.tocsin.model.Alert.State;
import io.tocsin.model.Condition.Spike;
import io.tocsin.model.Mention;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Spikes are the same in every order of arrival within the grace: ids, beginning, end, height and
 * what they were held against. Those that were taken back are no alerts; which ones there are
 * depends on the order.
 */
class SpikeOrderTest {
  private static final int DAYS = 12;

  private final MentionMaker maker = new MentionMaker(Bench.SUBJECT);

  /** An article: a mention of the subject, or one of all the others. */
  private record Item(Instant at, @Nullable Mention mention) {}

  /** What must not depend on the order. */
  private record Told(
      State state,
      Cause cause,
      Instant startsAt,
      @Nullable Instant endsAt,
      Instant changedAt,
      Observed observed,
      double expected,
      @Nullable Double spread,
      @Nullable Double score,
      Alert.@Nullable Baseline baseline,
      Alert.Window window) {
    static Told of(Alert alert) {
      return new Told(
          alert.state(),
          alert.reason(),
          alert.startsAt(),
          alert.endsAt(),
          alert.changedAt(),
          alert.observed(),
          alert.expected(),
          alert.spread(),
          alert.score(),
          alert.baseline(),
          alert.window());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void spikesAreToldTheSameInAnyOrder(long seed) {
    // Given
    Random random = new Random(seed);
    List<Item> items = items(random);

    // When
    Map<String, Told> expected = run(items, random, 0);

    // Then
    assertThat(expected).as("seed %d", seed).isNotEmpty();
    assertThat(expected.values()).extracting(Told::state).containsOnly(State.RESOLVED);
    for (int round = 0; round < 3; round++) {
      assertThat(run(shuffled(items, random), random, round))
          .as("shuffle %d of seed %d", round, seed)
          .isEqualTo(expected);
    }
  }

  /** Days and nights of all news, with a little of the subject and some bursts of it. */
  private List<Item> items(Random random) {
    List<Item> items = new ArrayList<>();
    for (int hour = 0; hour < DAYS * 24; hour++) {
      int usual = hour % 24 < 8 ? 4 : 20;
      for (int i = 0; i < usual + random.nextInt(6); i++) {
        items.add(new Item(minute(hour * 60L + random.nextInt(60)), null));
      }
      for (int i = 0; i < mentions(hour, random); i++) {
        Mention mention =
            maker.copy(
                hour * 60L + random.nextInt(60), "p" + random.nextInt(6), "s" + random.nextInt(90));
        items.add(new Item(mention.eventTime(), mention));
      }
    }
    items.sort(Comparator.comparing(Item::at));
    return items;
  }

  private static int mentions(int hour, Random random) {
    boolean burst = hour > 60 && hour % 29 == 0;
    return burst ? 5 + random.nextInt(12) : random.nextInt(8) / 7;
  }

  /** Each article up to an hour later than its event time says. */
  private static List<Item> shuffled(List<Item> items, Random random) {
    Map<Item, Long> arrival = new HashMap<>();
    items.forEach(item -> arrival.put(item, item.at().getEpochSecond() + random.nextInt(3_600)));
    List<Item> shuffled = new ArrayList<>(items);
    shuffled.sort(Comparator.comparing(arrival::get));
    return shuffled;
  }

  /** One by one, or with a restart now and then. */
  private static Map<String, Told> run(List<Item> items, Random random, int restarts) {
    Bench bench = new Bench(Bench.spike(Spike.DEFAULT));
    Instant clock = Instant.MIN;
    for (Item item : items) {
      bench.accept(item.at());
      if (item.mention() != null) {
        bench.see(item.mention());
      }
      if (item.at().isAfter(clock)) {
        clock = item.at();
        bench.pass(clock);
      }
      if (restarts > 0 && random.nextInt(300) == 0) {
        bench.restart();
      }
    }
    bench.pass(minute((DAYS + 3) * 1440L));
    return last(bench);
  }

  private static Map<String, Told> last(Bench bench) {
    Map<String, Told> last = new TreeMap<>();
    bench.told.forEach(alert -> last.put(alert.id(), Told.of(alert)));
    last.values().removeIf(told -> told.cause() == Cause.WITHDRAWN);
    return last;
  }
}
