package io.tocsin.backtest;

import io.tocsin.fixtures.NewsMaker;
import io.tocsin.model.Alert;
import io.tocsin.topology.CompiledWatchlist;
import io.tocsin.topology.FlowSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small runs over invented news. */
final class Small {
  static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

  static final FlowSettings SETTINGS =
      new FlowSettings(
          "news.",
          Duration.ofMinutes(10),
          Duration.ofHours(1),
          1_000_000,
          Duration.ofDays(7),
          Duration.ofDays(35),
          List.of("en"),
          true);

  private Small() {}

  /** The watchlist that the invented news are about, compiled. */
  static CompiledWatchlist watchlist(Path folder) {
    return Trial.read(NewsMaker.watchlist(folder));
  }

  /** Documents as a recording on so many partitions, each under its id. */
  static Recording recording(List<NewsMaker.Published> records, int partitions) {
    Iterator<NewsMaker.Published> left = records.iterator();
    return new Recording() {
      @Override
      public @Nullable Recorded next() {
        if (!left.hasNext()) {
          return null;
        }
        NewsMaker.Published next = left.next();
        byte[] value = next.json().getBytes(StandardCharsets.UTF_8);
        return new Recorded(value, Partitions.of(next.id(), partitions), NOW);
      }

      @Override
      public int partitions() {
        return partitions;
      }

      @Override
      public double part() {
        return -1;
      }

      @Override
      public void close() {}
    };
  }

  /**
   * What a run told and what became of the records.
   *
   * @param told records of alerts, in order
   * @param sums of the articles
   * @param replay the run
   */
  record Outcome(List<Alert> told, Account.Sums sums, Replay replay) {}

  /** Runs records through a watchlist. */
  static Outcome run(
      CompiledWatchlist watchlist,
      List<NewsMaker.Published> records,
      Period period,
      int partitions,
      int threads)
      throws IOException {
    List<Alert> told = new ArrayList<>();
    Replay replay = new Replay(SETTINGS, watchlist, period, partitions, told::add);
    Account.Sums sums = replay.run(recording(records, partitions), threads, (articles, part) -> {});
    return new Outcome(told, sums, replay);
  }
}
