package io.tocsin.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.cli.lint.Estimate;
import io.tocsin.cli.lint.EstimateJson;
import io.tocsin.cli.lint.EstimateText;
import io.tocsin.cli.lint.Progress;
import io.tocsin.cli.lint.Survey;
import io.tocsin.ingest.ArticleFiles;
import io.tocsin.model.Watchlist;
import io.tocsin.runtime.ExitCode;
import io.tocsin.runtime.Stop;
import io.tocsin.tag.Tagger;
import io.tocsin.wire.ArticleReader;
import io.tocsin.wire.Json;
import io.tocsin.wire.watchlist.WatchlistException;
import io.tocsin.wire.watchlist.WatchlistFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin watch lint}: what is wrong with a folder, and how often it will find something. */
@Command(
    name = "lint",
    description = {
      "Checks a folder without Kafka; ends with 2 when it cannot be applied.",
      "With --articles it also estimates for each subject and query how many articles a day have it."
    },
    mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {
  /** As much as the service takes when nothing else is set. */
  private static final int MAX_BYTES = 1_000_000;

  /** How the result is printed. */
  enum Format {
    text,
    json
  }

  @Parameters(index = "0", paramLabel = "DIR", description = "Folder of *.yaml files, or one file.")
  private Path folder;

  @Option(
      names = "--articles",
      paramLabel = "FILE|DIR|-",
      description =
          "Recent articles to estimate hits per day from, as for publish; may be given several times.")
  private List<Path> articles = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "text for people, json for scripts: one object.")
  private Format format = Format.text;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try {
      LoadTimes times = new LoadTimes(System::nanoTime);
      WatchlistFolder.Located located = times.read(() -> WatchlistFolder.readLocated(folder));
      boolean compiles = times.compile(() -> Tagger.compile(located.watchlist()));
      CheckedFolder checked = CheckedFolder.of(located);
      if (!compiles) {
        // No finding says why, so the compiler must.
        Tagger.compile(located.watchlist());
      }
      Estimate estimate = articles.isEmpty() ? null : estimate(checked.watchlist());
      if (format == Format.json) {
        out.println(json(checked, estimate));
      } else {
        print(checked, times, estimate, out);
      }
      return ExitCode.OK.number();
    } catch (WatchlistException | IllegalArgumentException e) {
      err.println(e.getMessage());
      return ExitCode.USAGE.number();
    } catch (Stop e) {
      err.println(e.getMessage());
      return e.code().number();
    } finally {
      out.flush();
      err.flush();
    }
  }

  private Estimate estimate(Watchlist watchlist) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    ArticleReader reader = new ArticleReader(MAX_BYTES);
    Survey survey = new Survey(watchlist, reader);
    Progress progress = new Progress(err, Terminal.isInteractive(), System::nanoTime);
    for (Path path : articles) {
      try (ArticleFiles files = ArticleInput.open(path.toString(), reader)) {
        survey.add(files, done -> progress.moved(done, share(files)));
      }
    }
    progress.finish();
    survey.problems().forEach(problem -> err.println("left out: " + Terminal.printable(problem)));
    Estimate estimate = survey.estimate();
    if (estimate.articles() == 0) {
      throw new Stop(ExitCode.USAGE, "there is no article in what --articles names");
    }
    return estimate;
  }

  private static double share(ArticleFiles files) {
    return files.bytesTotal() <= 0 ? -1 : (double) files.bytesRead() / files.bytesTotal();
  }

  private static void print(
      CheckedFolder checked, LoadTimes times, @Nullable Estimate estimate, PrintWriter out) {
    checked.warnings().forEach(warning -> out.println(warning.line()));
    Watchlist watchlist = checked.watchlist();
    String sizes = WatchCommand.sizes(watchlist.subjects().size(), watchlist.rules().size());
    out.println(sizes + ": no error");
    out.println(sizes + ": " + times);
    if (estimate != null) {
      EstimateText.lines(estimate).forEach(out::println);
    }
  }

  private static String json(CheckedFolder checked, @Nullable Estimate estimate)
      throws IOException {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("subjects", checked.watchlist().subjects().size());
    json.put("rules", checked.watchlist().rules().size());
    ArrayNode findings = json.putArray("findings");
    for (CheckedFolder.Warning warning : checked.warnings()) {
      ObjectNode finding = findings.addObject();
      if (warning.place() != null) {
        finding.put("place", warning.place().toString());
      }
      finding.put("level", warning.finding().level().word());
      finding.put("id", warning.finding().id());
      finding.put("message", warning.finding().message());
    }
    if (estimate != null) {
      EstimateJson.write(estimate, json.putObject("estimate"));
    }
    return Json.MAPPER.writeValueAsString(json);
  }
}
