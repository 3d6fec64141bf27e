package io.tocsin.cli;

import io.tocsin.backtest.AlertLines;
import io.tocsin.backtest.Comparison;
import io.tocsin.backtest.Comparison.Difference;
import io.tocsin.backtest.CountLines;
import io.tocsin.backtest.CountSeries;
import io.tocsin.backtest.CountTrial;
import io.tocsin.backtest.History;
import io.tocsin.backtest.TextReport;
import io.tocsin.backtest.Trial;
import io.tocsin.backtest.chart.ChartFolder;
import io.tocsin.model.Alert;
import io.tocsin.runtime.ExitCode;
import io.tocsin.runtime.Stop;
import io.tocsin.settings.Durations;
import io.tocsin.settings.Settings;
import io.tocsin.topology.CompiledWatchlist;
import io.tocsin.wire.Topics;
import io.tocsin.wire.watchlist.WatchlistException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints the alerts that live would have sent for articles of the past. */
@Command(
    name = "backtest",
    description = "Prints the alerts that a watchlist would have sent for articles of the past.",
    mixinStandardHelpOptions = true)
public final class BacktestCommand implements Callable<Integer> {
  private final SettingsOptions options;
  @Spec private CommandSpec spec;
  @Mixin private BacktestTimes times = new BacktestTimes();

  @Option(
      names = "--watchlist",
      paramLabel = "DIR",
      description = "The watchlist to try; watchlist.folder unless given")
  private @Nullable Path watchlist;

  @Option(
      names = "--articles",
      paramLabel = "FILE|DIR|-|TOPIC",
      description =
          "NDJSON, JSON, ninjs or dated text, plain or .gz; or the topic of articles, such as news.articles")
  private @Nullable String articles;

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      description = "The cluster of the topic; the configured or running one unless given")
  private @Nullable String bootstrap;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "On how many partitions live would have spread the files' articles")
  private int partitions = Topics.ARTICLES.partitions();

  @Option(
      names = "--counts",
      paramLabel = "FILE.csv|DIR",
      description = "Instead of articles: holds a spike rule against series of timestamp,value")
  private @Nullable Path counts;

  @Option(
      names = "--rule",
      paramLabel = "ID",
      description =
          "With --counts: the watchlist's spike rule to use; the default one unless given")
  private @Nullable String rule;

  @Option(
      names = "--bin",
      paramLabel = "DURATION",
      description = "With --counts: length of a bin; the usual distance of two unless given")
  private @Nullable String bin;

  @Option(
      names = "--format",
      paramLabel = "text|ndjson|csv",
      description = "text for people; ndjson: one record of an alert a line; csv: one alert a line")
  private String format = "text";

  @Option(
      names = "--chart",
      paramLabel = "DIR",
      description = "Writes one SVG per alert and an index.html into a folder")
  private @Nullable Path chart;

  @Option(
      names = "--compare",
      paramLabel = "DIR2",
      description =
          "Prints what another watchlist would tell otherwise; ends with 0 when nothing, with 1 otherwise")
  private @Nullable Path compare;

  private int columns;

  /** The command, with the settings in force when it runs. */
  public BacktestCommand(SettingsOptions options) {
    this.options = options;
  }

  @Override
  public Integer call() throws IOException {
    check();
    columns = Terminal.isInteractive() ? Terminal.columns() : 0;
    Settings settings = options.settings();
    Path folder = watchlist == null ? settings.watchlist().folder() : watchlist;
    try {
      ExitCode code = counts == null ? ofArticles(settings, folder) : ofCounts(counts, folder);
      return code.number();
    } catch (WatchlistException | IllegalArgumentException e) {
      throw new Stop(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    } finally {
      spec.commandLine().getOut().flush();
    }
  }

  private void check() {
    require((articles == null) != (counts == null), "give either --articles or --counts");
    require(
        List.of("text", "ndjson", "csv").contains(format),
        "--format " + format + ": text, ndjson and csv are known");
    require(partitions > 0 && partitions <= 1_000, "--partitions must be from 1 to 1000");
    require(counts != null || (rule == null && bin == null), "--rule and --bin go with --counts");
    require(
        counts == null || (compare == null && bootstrap == null && !times.given()),
        "--compare, --bootstrap, --from, --to and --history go with --articles");
    require(chart == null || compare == null, "--chart goes with one watchlist, not --compare");
    require(compare == null || !format.equals("csv"), "--compare prints text or ndjson, not csv");
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), otherwise);
    }
  }

  private ExitCode ofArticles(Settings settings, Path folder) throws IOException {
    BacktestInput input = BacktestInput.of(String.valueOf(articles), bootstrap, settings);
    BacktestRun run =
        new BacktestRun(settings, input, times.period(input.by()), partitions, progress());
    if (compare != null) {
      require(input.repeatable(), "--compare reads the articles twice; give a file, not -");
      return compared(run, folder, compare);
    }
    CompiledWatchlist compiled = read(folder);
    Consumer<Alert> live =
        format.equals("ndjson") ? alert -> print(AlertLines.json(alert)) : alert -> {};
    BacktestRun.Result result = run.of(compiled, live);
    List<History> histories = History.of(result.told());
    switch (format) {
      case "csv" -> {
        print(AlertLines.CSV_HEAD);
        histories.forEach(history -> print(AlertLines.csv(history)));
      }
      case "text" -> TextReport.of(histories, result.sums()).forEach(this::show);
      default -> {
        // Printed while it ran.
      }
    }
    if (chart != null) {
      say(ChartFolder.write(chart, histories, result.replay(), compiled.watchlist()));
    }
    say(
        String.format(
            Locale.ROOT, "%,d articles in %.1f s", result.sums().received(), result.seconds()));
    return result.complete() ? ExitCode.OK : ExitCode.FAILED;
  }

  private ExitCode compared(BacktestRun run, Path a, Path b) throws IOException {
    CompiledWatchlist first = read(a);
    CompiledWatchlist second = read(b);
    List<History> ofA = History.of(run.of(first, alert -> {}).told());
    List<History> ofB = History.of(run.of(second, alert -> {}).told());
    List<Difference> differences = Comparison.of(ofA, ofB);
    if (format.equals("ndjson")) {
      differences.forEach(difference -> print(AlertLines.json(difference)));
    } else {
      print("A " + a + ": " + ofA.size() + " alerts; B " + b + ": " + ofB.size());
      TextReport.of(differences).forEach(this::show);
    }
    boolean same = differences.stream().allMatch(d -> d.kind() == Comparison.Kind.SAME);
    return same ? ExitCode.OK : ExitCode.FAILED;
  }

  private CompiledWatchlist read(Path folder) {
    return Trial.read(folder);
  }

  private ExitCode ofCounts(Path path, Path folder) throws IOException {
    CountTrial trial =
        rule == null ? CountTrial.DEFAULT : CountTrial.of(Trial.read(folder).watchlist(), rule);
    List<CountSeries> series;
    try {
      series = CountSeries.read(path, bin == null ? null : Durations.parse(bin));
    } catch (IOException e) {
      throw new Stop(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
    List<CountTrial.Result> results = series.stream().map(trial::run).toList();
    switch (format) {
      case "csv" -> {
        print(CountLines.CSV_HEAD);
        results.forEach(result -> CountLines.csv(result).forEach(this::print));
      }
      case "ndjson" -> results.forEach(result -> CountLines.json(result).forEach(this::print));
      default -> CountLines.text(results).forEach(this::show);
    }
    if (chart != null) {
      say(ChartFolder.write(chart, trial, results));
    }
    return ExitCode.OK;
  }

  private BacktestProgress progress() {
    return new BacktestProgress(
        spec.commandLine().getErr(), Terminal.isInteractive(), System::nanoTime);
  }

  /** A line for people: as wide as their terminal. */
  private void show(String line) {
    print(columns > 0 ? Terminal.fit(line, columns).stripTrailing() : line);
  }

  private void print(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(Terminal.printable(line));
  }

  private void say(String line) {
    spec.commandLine().getErr().println(Terminal.printable(line));
  }
}
