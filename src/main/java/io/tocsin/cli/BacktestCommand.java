package io.tocsin.cli;

import io.tocsin.backtest.Account;
import io.tocsin.backtest.FileRecording;
import io.tocsin.backtest.History;
import io.tocsin.backtest.Period;
import io.tocsin.backtest.Recording;
import io.tocsin.backtest.Replay;
import io.tocsin.backtest.Trial;
import io.tocsin.ingest.ArticleFiles;
import io.tocsin.model.Alert;
import io.tocsin.runtime.ExitCode;
import io.tocsin.runtime.Parts;
import io.tocsin.settings.Settings;
import io.tocsin.topology.CompiledWatchlist;
import io.tocsin.wire.ArticleReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the alerts that live would have sent for articles of the past. */
@Command(
    name = "backtest",
    description = "Prints the alerts that a watchlist would have sent for articles of the past.",
    mixinStandardHelpOptions = true)
public final class BacktestCommand implements Callable<Integer> {
  private final SettingsOptions options;
  @Spec private CommandSpec spec;

  @Option(
      names = "--watchlist",
      paramLabel = "DIR",
      description = "The watchlist to try; watchlist.folder unless given.")
  private @Nullable Path watchlist;

  @Option(
      names = "--articles",
      required = true,
      paramLabel = "FILE|DIR|-|TOPIC",
      description = "NDJSON, JSON, ninjs or dated text, plain or .gz; or the topic of articles.")
  private String articles = "";

  /** The command, with the settings in force when it runs. */
  public BacktestCommand(SettingsOptions options) {
    this.options = options;
  }

  @Override
  public Integer call() throws IOException {
    Settings settings = options.settings();
    Path folder = watchlist == null ? settings.watchlist().folder() : watchlist;
    CompiledWatchlist compiled = Trial.read(folder);
    List<Alert> told = new ArrayList<>();
    ArticleReader reader = new ArticleReader(settings.articles().maxBytes());
    PrintWriter out = spec.commandLine().getOut();
    long started = System.nanoTime();
    try (Recording recording =
        new FileRecording(
            ArticleFiles.open(Path.of(articles), reader),
            4,
            Instant.now(),
            (place, problem) -> spec.commandLine().getErr().println(place + ": " + problem))) {
      Replay replay =
          new Replay(
              Parts.flow(settings),
              compiled,
              Period.always(Period.By.EVENT),
              recording.partitions(),
              told::add);
      Account.Sums sums =
          replay.run(
              recording, Runtime.getRuntime().availableProcessors(), (count, part) -> {});
      for (History history : History.of(told)) {
        out.println(history.openedAt() + " " + history.last().summary());
      }
      out.println(sums + " in " + (System.nanoTime() - started) / 1_000_000 + " ms");
    }
    out.flush();
    return ExitCode.OK.number();
  }
}
