package io.tocsin.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.fixtures.NewsMaker;
import io.tocsin.fixtures.NewsMaker.Published;
import io.tocsin.model.Alert;
import io.tocsin.model.Reason;
import io.tocsin.topology.CompiledWatchlist;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run in memory: the same for the same recording, and nothing is lost on the way. */
class ReplayTest {
  private static final List<Published> NEWS = NewsMaker.records(7, 4_000);
  private static final Period ALWAYS = Period.always(Period.By.EVENT);

  private final CompiledWatchlist watchlist;

  ReplayTest(@TempDir Path folder) {
    watchlist = Small.watchlist(folder);
  }

  @Test
  void numberOfThreadsLeavesNoTrace() throws IOException {
    // Given
    Small.Outcome alone = Small.run(watchlist, NEWS, ALWAYS, 4, 1);

    // When
    Small.Outcome many = Small.run(watchlist, NEWS, ALWAYS, 4, 5);

    // Then
    assertThat(alone.told()).hasSizeGreaterThan(10);
    assertThat(many.told()).isEqualTo(alone.told());
    assertThat(many.sums()).isEqualTo(alone.sums());
  }

  @Test
  void numberOfPartitionsChangesNoAlert() throws IOException {
    // When
    List<String> one = ids(Small.run(watchlist, NEWS, ALWAYS, 1, 2).told());
    List<String> seven = ids(Small.run(watchlist, NEWS, ALWAYS, 7, 2).told());

    // Then
    assertThat(seven).isEqualTo(one);
  }

  @Test
  void everyRecordIsTaggedDuplicateOrRejected() throws IOException {
    // Given
    List<Published> records = new ArrayList<>(NEWS);
    records.add(new Published("poison", "{\"title\":"));

    // When
    Account.Sums sums = Small.run(watchlist, records, ALWAYS, 4, 2).sums();

    // Then
    assertThat(sums.received()).isEqualTo(4_001);
    assertThat(sums.rejected()).containsExactly(Map.entry(Reason.MALFORMED_JSON, 1L));
    assertThat(sums.duplicate()).isPositive();
    assertThat(sums.tagged() + sums.duplicate() + sums.rejectedTotal()).isEqualTo(4_001);
    assertThat(sums.failed()).isZero();
  }

  @Test
  void periodCutsWhatIsToldButNotItsPast() throws IOException {
    // Given
    List<Alert> all = Small.run(watchlist, NEWS, ALWAYS, 4, 2).told();
    Instant from = all.get(all.size() / 2).changedAt();
    Instant to = all.get(all.size() * 3 / 4).changedAt();

    // When
    List<Alert> some =
        Small.run(watchlist, NEWS, new Period(Instant.MIN, from, to, Period.By.EVENT), 4, 2).told();

    // Then
    assertThat(some).isNotEmpty().hasSizeLessThan(all.size());
    assertThat(all).containsAll(some);
  }

  @Test
  void withoutHistoryWhatCameBeforeIsNotRead() throws IOException {
    // Given
    Instant from = Instant.parse("2024-03-04T09:00:00Z");

    // When
    Account.Sums sums =
        Small.run(watchlist, NEWS, new Period(from, from, Instant.MAX, Period.By.EVENT), 4, 2)
            .sums();

    // Then
    assertThat(sums.received()).isBetween(1_500L, 2_500L);
  }

  @Test
  void recordingThatBreaksOffIsTold() {
    // Given
    Replay replay = new Replay(Small.SETTINGS, watchlist, ALWAYS, 4, alert -> {});
    Recording broken =
        new Recording() {
          @Override
          public @Nullable Recorded next() throws IOException {
            throw new IOException("news.jsonl:17: cut off");
          }

          @Override
          public int partitions() {
            return 4;
          }

          @Override
          public double part() {
            return -1;
          }

          @Override
          public void close() {}
        };

    // When, then
    assertThatThrownBy(() -> replay.run(broken, 2, (articles, part) -> {}))
        .isInstanceOf(IOException.class)
        .hasMessage("news.jsonl:17: cut off");
  }

  private static List<String> ids(List<Alert> alerts) {
    return alerts.stream().map(Alert::id).distinct().sorted().toList();
  }
}
