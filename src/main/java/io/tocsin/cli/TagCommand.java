package io.tocsin.cli;

import io.tocsin.cli.conll.ConllException;
import io.tocsin.cli.conll.ConllLines;
import io.tocsin.cli.conll.Evaluation;
import io.tocsin.ingest.ArticleFiles;
import io.tocsin.ingest.Offer;
import io.tocsin.model.Outcome;
import io.tocsin.model.Watchlist;
import io.tocsin.runtime.ExitCode;
import io.tocsin.runtime.Stop;
import io.tocsin.screen.Screen;
import io.tocsin.settings.Settings;
import io.tocsin.wire.ArticleReader;
import io.tocsin.wire.Received;
import io.tocsin.wire.watchlist.WatchlistException;
import io.tocsin.wire.watchlist.WatchlistFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tags articles from a file without Kafka: one tagged article a line. */
@Command(
    name = "tag",
    description =
        "Tags the articles of a file and prints them, one JSON object a line; needs no Kafka.",
    mixinStandardHelpOptions = true)
public final class TagCommand implements Callable<Integer> {
  private final SettingsOptions options;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE|DIR|-",
      description = "NDJSON, ninjs or plain text; - reads standard input.")
  private Path file;

  @Option(
      names = "--watchlist",
      paramLabel = "DIR",
      description = "Another watchlist folder than the configured one.")
  private @Nullable Path watchlist;

  @Option(
      names = "--format",
      paramLabel = "json|conll",
      defaultValue = "json",
      description =
          "json: one tagged article a line; conll: one word and the kind of name it belongs to a line.")
  private String format = "json";

  @Option(
      names = "--evaluate",
      description =
          "FILE is in the CoNLL format: measure the names and subjects found against its labels.")
  private boolean evaluate;

  /** The command, with the settings in force when it runs. */
  public TagCommand(SettingsOptions options) {
    this.options = options;
  }

  @Override
  public Integer call() throws IOException {
    Settings settings = options.settings();
    Path folder = watchlist == null ? settings.watchlist().folder() : watchlist;
    if (!format.equals("json") && !format.equals("conll")) {
      throw new ParameterException(
          spec.commandLine(), "--format " + format + ": json and conll are known");
    }
    Watchlist subjects = read(folder);
    if (evaluate || format.equals("conll")) {
      return labels(subjects, settings);
    }
    TagLines tagging = compiled(subjects, settings.articles().names());
    ArticleReader reader = new ArticleReader(settings.articles().maxBytes());
    Screen screen =
        new Screen(
            settings.time().ahead(), settings.time().grace(), settings.articles().languages());
    PrintWriter out = spec.commandLine().getOut();
    boolean clean = true;
    try (ArticleFiles files = ArticleInput.open(file.toString(), reader)) {
      while (files.hasNext() && !out.checkError()) {
        Offer offer = files.next();
        if (offer instanceof Offer.Valid valid
            && reader.read(valid.value()) instanceof Outcome.Accepted<Received> read) {
          Received received = read.value();
          out.println(
              tagging.line(
                  screen.screen(received.article(), received.truncated(), Instant.now(), null)));
        } else {
          clean = false;
          spec.commandLine()
              .getErr()
              .println("tocsin: " + Terminal.printable(ArticleInput.problem(offer)));
        }
      }
    }
    out.flush();
    return clean ? ExitCode.OK.number() : ExitCode.FAILED.number();
  }

  private static TagLines compiled(Watchlist subjects, boolean names) {
    try {
      return new TagLines(subjects, names);
    } catch (IllegalArgumentException e) {
      throw new Stop(ExitCode.USAGE, e.getMessage() + "; see tocsin watch lint", e);
    }
  }

  private static Watchlist read(Path folder) {
    try {
      return WatchlistFolder.read(folder);
    } catch (WatchlistException e) {
      throw new Stop(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  private int labels(Watchlist subjects, Settings settings) throws IOException {
    try {
      return labelled(subjects, settings);
    } catch (ConllException e) {
      throw new Stop(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  private int labelled(Watchlist subjects, Settings settings) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (evaluate) {
      Evaluation.of(file, subjects).lines().forEach(out::println);
    } else if (ConllLines.areIn(file)) {
      new ConllLines(subjects).lines(file).forEach(out::println);
    } else {
      ConllLines conll = new ConllLines(subjects);
      ArticleReader reader = new ArticleReader(settings.articles().maxBytes());
      try (ArticleFiles files = ArticleInput.open(file.toString(), reader)) {
        while (files.hasNext() && !out.checkError()) {
          Offer offer = files.next();
          if (offer instanceof Offer.Valid valid
              && reader.read(valid.value()) instanceof Outcome.Accepted<Received> read) {
            conll.lines(read.value().article()).forEach(out::println);
          } else {
            spec.commandLine()
                .getErr()
                .println("tocsin: " + Terminal.printable(ArticleInput.problem(offer)));
            return ExitCode.FAILED.number();
          }
        }
      }
    }
    out.flush();
    return ExitCode.OK.number();
  }
}
