package io.tocsin.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.count.Arrival.Contribution;
import io.tocsin.fixtures.Lists;
import io.tocsin.model.Mark;
import io.tocsin.model.Mention;
import io.tocsin.model.Watchlist;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A repeat adds nothing, a correction adds only what is new in it. */
class ArrivalTest {
  private static final Watchlist LEADERS = Lists.leaders(1);

  private final Map<String, Memory.Remembered> byId = new HashMap<>();
  private final Memory memory =
      new Memory() {
        @Override
        public @Nullable Remembered of(String id, Instant receivedAt) {
          return byId.get(id);
        }

        @Override
        public void put(String id, Instant since, Seen seen) {
          byId.put(id, new Remembered(seen, since));
        }
      };

  @Test
  void whatIsNewIsTaggedCountedAndRemembered() {
    // Given
    Tagged tagged = Tagged.of("A visit", "Bo Rask came to Norland.", LEADERS);

    // When
    Contribution found = take(tagged, "text");

    // Then
    assertThat(found.mentions())
        .extracting(Mention::seriesKey)
        .containsExactly("person/bo-rask", "place/norland");
    assertThat(found.tagged().revision()).isZero();
    assertThat(found.tagged().marks()).isEmpty();
    assertThat(byId.get("a1")).isEqualTo(new Memory.Remembered(found.seen(), Tagged.RECEIVED));
  }

  @Test
  void sameTextIsARepeat() {
    // Given
    Tagged tagged = Tagged.of("A visit", "Bo Rask came to Norland.", LEADERS);
    take(tagged, "text");

    // When
    Arrival again = Arrival.of(tagged.screened(), null, "text", memory);

    // Then
    assertThat(again.repeated()).isTrue();
    assertThat(Arrival.of(tagged.screened(), null, "other", memory).repeated()).isFalse();
  }

  @Test
  void correctionCountsOnlyWhatItAddsAndIsMarked() {
    // Given
    take(Tagged.of("A visit", "Bo Rask came to Norland.", LEADERS), "text");

    // When
    Contribution corrected =
        take(Tagged.of("A visit", "Ada Vale came to Norland.", LEADERS), "corrected");

    // Then
    assertThat(corrected.mentions())
        .extracting(Mention::seriesKey)
        .containsExactly("person/ada-vale");
    assertThat(corrected.tagged().revision()).isEqualTo(1);
    assertThat(corrected.tagged().marks()).containsExactly(Mark.CORRECTED);
    assertThat(corrected.seen().counted())
        .containsExactly("person/ada-vale", "person/bo-rask", "place/norland");
  }

  private Contribution take(Tagged tagged, String text) {
    Arrival arrival = Arrival.of(tagged.screened(), null, text, memory);
    Contribution found = arrival.contribution(tagged.tagging(), LEADERS);
    arrival.remember(found, memory);
    return found;
  }
}
