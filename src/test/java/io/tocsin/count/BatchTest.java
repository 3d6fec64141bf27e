package io.tocsin.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.MemoryHours;
import io.tocsin.fixtures.MemoryPanes;
import io.tocsin.fixtures.MentionMaker;
import io.tocsin.model.Mention;
import io.tocsin.model.pane.Pane;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mentions of one pane are counted together as they would be one by one. */
class BatchTest {
  private final MentionMaker maker = new MentionMaker("place/kp");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void batchesFillPanesAsSingleMentionsDo(long seed) {
    // Given
    Random random = new Random(seed);
    MentionMaker other = new MentionMaker("place/fr");
    List<Mention> mentions = new ArrayList<>();
    for (int i = 0; i < 2_500; i++) {
      MentionMaker of = random.nextInt(3) == 0 ? other : maker;
      long minute = random.nextInt(3);
      mentions.add(
          random.nextInt(9) == 0
              ? of.late(minute, "p" + random.nextInt(60))
              : of.copy(minute, "p" + random.nextInt(60), "s" + random.nextInt(600)));
    }
    MemoryPanes singles = new MemoryPanes();
    mentions.forEach(new Counter(singles, new MemoryHours())::count);

    // When
    Collections.shuffle(mentions, random);
    MemoryPanes batched = new MemoryPanes();
    Counter counter = new Counter(batched, new MemoryHours());
    for (int from = 0; from < mentions.size(); from += 500) {
      Batch.of(mentions.subList(from, from + 500)).forEach(counter::count);
    }

    // Then
    for (String series : List.of("place/kp", "place/fr")) {
      assertThat(all(batched, series))
          .as("seed %d", seed)
          .hasSize(3)
          .isEqualTo(all(singles, series));
    }
  }

  @Test
  void eachSeriesAndMinuteIsOneBatchInTheOrderOfTime() {
    List<Batch> batches =
        Batch.of(List.of(maker.at(7, "a"), maker.at(3, "b"), maker.at(7, "c"), maker.at(4, "d")));

    assertThat(batches)
        .extracting(batch -> batch.mentions().size())
        .as("minutes 3, 4 and 7")
        .containsExactly(1, 1, 2);
  }

  @Test
  void theForemostIsTheLastOnTimeWithTheNewestClockOfAll() {
    Mention first = maker.clocked(5, "a", 9);
    Mention last = maker.clocked(5, "b", 6);
    Mention late = maker.late(5, "c");

    Mention foremost = Batch.of(List.of(first, last, late)).get(0).foremost();

    assertThat(foremost).isEqualTo(last.withClock(MentionMaker.minute(9)));
    assertThat(Batch.of(late).foremost()).isEqualTo(late);
  }

  private static SortedMap<Long, Pane> all(MemoryPanes panes, String series) {
    return panes.between(series, Long.MIN_VALUE, Long.MAX_VALUE);
  }
}
