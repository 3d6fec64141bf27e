package io.tocsin.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.count.Batch;
import io.tocsin.count.Counter;
import io.tocsin.fixtures.MemoryHours;
import io.tocsin.fixtures.MemoryPanes;
import io.tocsin.fixtures.MentionMaker;
import io.tocsin.model.Mention;
import io.tocsin.model.pane.Minutes;
import io.tocsin.model.pane.Pane;
import io.tocsin.wire.binary.PaneForm;
import java.util.Random;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Panes are seen as they are, written or not; only what was written outlives a discard. */
class PaneStoreTest {
  private static final long MORNING = Minutes.of(MentionMaker.MORNING);

  private final KeyValueStore<String, Pane> store =
      Stores.keyValueStoreBuilder(
              Stores.inMemoryKeyValueStore(Names.PANES), Serdes.String(), PaneForm.serde())
          .withLoggingDisabled()
          .build();
  private final MentionMaker maker = new MentionMaker("place/kp");

  @BeforeEach
  void open() {
    store.init(new MockProcessorContext<String, String>().getStateStoreContext(), store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 40", "3, 400", "4, 200000"})
  void whatWaitsAndWhatIsWrittenAreSeenAlike(long seed, int most) {
    // Given
    Random random = new Random(seed);
    PaneStore panes = new PaneStore(store, most);
    MemoryPanes plain = new MemoryPanes();
    Counter counter = new Counter(panes, new MemoryHours());
    Counter reference = new Counter(plain, new MemoryHours());

    // When
    for (int i = 0; i < 1_000; i++) {
      Mention mention = maker.copy(random.nextInt(30), "p" + random.nextInt(9), "s" + i % 50);
      counter.count(Batch.of(mention));
      reference.count(Batch.of(mention));
      if (random.nextInt(20) == 0) {
        panes.send();
      }
    }

    // Then
    assertThat(panes.between("place/kp", MORNING + 3, MORNING + 20))
        .as("seed %d, keeping %d", seed, most)
        .hasSize(18)
        .isEqualTo(plain.between("place/kp", MORNING + 3, MORNING + 20));
    for (long minute = MORNING; minute < MORNING + 30; minute++) {
      assertThat(panes.at("place/kp", minute)).isEqualTo(plain.at("place/kp", minute));
    }
  }

  @Test
  void whatWasNotWrittenIsForgottenByADiscard() {
    // Given
    PaneStore panes = new PaneStore(store);
    Counter counter = new Counter(panes, new MemoryHours());
    counter.count(Batch.of(maker.at(1, "a")));
    panes.send();
    counter.count(Batch.of(maker.at(1, "b")));

    // When
    boolean waited = !panes.isEmpty();
    panes.discard();

    // Then
    assertThat(waited).isTrue();
    assertThat(panes.isEmpty()).isTrue();
    assertThat(panes.at("place/kp", MORNING + 1).all().articles()).isEqualTo(1);
  }

  @Test
  void oldPanesAreDroppedWhereverTheyAre() {
    // Given
    PaneStore panes = new PaneStore(store);
    Counter counter = new Counter(panes, new MemoryHours());
    counter.count(Batch.of(maker.at(1, "a")));
    panes.send();
    counter.count(Batch.of(maker.at(2, "a")));
    counter.count(Batch.of(maker.at(9, "a")));

    // When
    panes.forgetBefore(MentionMaker.minute(5));

    // Then
    assertThat(panes.between("place/kp", MORNING, MORNING + 30)).containsOnlyKeys(MORNING + 9);
    assertThat(panes.at("place/kp", MORNING + 1)).isEqualTo(Pane.EMPTY);
  }
}
