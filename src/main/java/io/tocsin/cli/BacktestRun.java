package io.tocsin.cli;

import io.tocsin.backtest.Account;
import io.tocsin.backtest.FileRecording;
import io.tocsin.backtest.Period;
import io.tocsin.backtest.Recording;
import io.tocsin.backtest.Replay;
import io.tocsin.model.Alert;
import io.tocsin.runtime.ExitCode;
import io.tocsin.runtime.Parts;
import io.tocsin.runtime.Stop;
import io.tocsin.settings.Settings;
import io.tocsin.topology.CompiledWatchlist;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs one input through the flow, as often as there are watchlists to try. */
final class BacktestRun {
  private static final int MOST_PROBLEMS = 20;

  private final Settings settings;
  private final BacktestInput input;
  private final Period period;
  private final int partitions;
  private final BacktestProgress progress;
  private final Instant now = Instant.now();
  private long problems;

  BacktestRun(
      Settings settings,
      BacktestInput input,
      Period period,
      int partitions,
      BacktestProgress progress) {
    this.settings = settings;
    this.input = input;
    this.period = period;
    this.partitions = partitions;
    this.progress = progress;
  }

  /**
   * What came of one run.
   *
   * @param told the records of alerts, in order
   * @param sums what became of the articles
   * @param replay the run, for what it counted
   * @param complete whether every file could be read to its end
   * @param seconds how long it took
   */
  record Result(
      List<Alert> told, Account.Sums sums, Replay replay, boolean complete, double seconds) {
    Result {
      told = List.copyOf(told);
    }
  }

  /**
   * Runs the input through a watchlist.
   *
   * @param live hears each record as soon as it is there
   * @throws Stop when the input cannot be opened, or not be read to its end
   */
  Result of(CompiledWatchlist watchlist, Consumer<Alert> live) {
    List<Alert> told = new ArrayList<>();
    double before = progress.seconds();
    problems = 0;
    try (Recording recording = input.open(settings, period, partitions, now, this::problem)) {
      Replay replay =
          new Replay(
              Parts.flow(settings),
              watchlist,
              period,
              recording.partitions(),
              live.andThen(told::add));
      Account.Sums sums = replay.run(recording, threads(), progress);
      progress.clear();
      if (problems > MOST_PROBLEMS) {
        progress.say("and " + (problems - MOST_PROBLEMS) + " more of the kind");
      }
      boolean complete = !(recording instanceof FileRecording files) || files.leftOut() == 0;
      return new Result(told, sums, replay, complete, progress.seconds() - before);
    } catch (IOException e) {
      progress.clear();
      throw new Stop(ExitCode.FAILED, String.valueOf(e.getMessage()), e);
    }
  }

  private void problem(String place, String what) {
    problems++;
    if (problems <= MOST_PROBLEMS) {
      progress.say(place + ": " + what);
    }
  }

  private static int threads() {
    return Runtime.getRuntime().availableProcessors();
  }
}
