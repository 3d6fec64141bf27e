package io.tocsin.cli;

import io.tocsin.ingest.ArticleFiles;
import io.tocsin.ingest.Offer;
import io.tocsin.model.Article;
import io.tocsin.model.Outcome;
import io.tocsin.model.Watchlist;
import io.tocsin.runtime.ExitCode;
import io.tocsin.screen.Screen;
import io.tocsin.settings.Settings;
import io.tocsin.tag.Explainer;
import io.tocsin.tag.query.Explanation;
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
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin watch explain}: why something was found in an article, or was not. */
@Command(
    name = "explain",
    description = {
      "Says why a subject, the query of a rule, or any query was found in articles or not.",
      "Needs no Kafka; ends with 0 when it was found in all of them, with 1 otherwise."
    },
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  /** What is asked for: one of these. */
  static final class Question {
    @Option(names = "--subject", paramLabel = "ID", description = "Such as person/jane-roe.")
    private @Nullable String subject;

    @Option(names = "--rule", paramLabel = "ID", description = "A rule with a query.")
    private @Nullable String rule;

    @Option(names = "--query", paramLabel = "QUERY", description = "Any query.")
    private @Nullable String query;

    private Explanation answer(Explainer explainer, Article article) {
      if (subject != null) {
        return explainer.subject(article, subject);
      }
      return rule != null
          ? explainer.rule(article, rule)
          : explainer.query(article, query == null ? "" : query);
    }
  }

  @Parameters(index = "0", paramLabel = "DIR", description = "Folder of *.yaml files, or one file.")
  private Path folder;

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "Articles as NDJSON, ninjs or plain text; - reads standard input.")
  private Path file;

  @ArgGroup(multiplicity = "1")
  private Question question;

  private final SettingsOptions options;
  @Spec private CommandSpec spec;

  /** The command, with the settings in force when it runs. */
  ExplainCommand(SettingsOptions options) {
    this.options = options;
  }

  @Override
  public Integer call() throws IOException {
    try {
      return explainAll();
    } catch (WatchlistException | IllegalArgumentException e) {
      spec.commandLine().getErr().println(e.getMessage());
      spec.commandLine().getErr().flush();
      return ExitCode.USAGE.number();
    }
  }

  private int explainAll() throws IOException {
    Watchlist watchlist = WatchlistFolder.read(folder);
    Explainer explainer = new Explainer(watchlist);
    Settings settings = options.settings();
    ArticleReader reader = new ArticleReader(settings.articles().maxBytes());
    // As in the stream: the language that queries ask for is settled at the door.
    Screen screen =
        new Screen(
            settings.time().ahead(), settings.time().grace(), settings.articles().languages());
    PrintWriter out = spec.commandLine().getOut();
    boolean found = true;
    try (ArticleFiles files = ArticleInput.open(file.toString(), reader)) {
      while (files.hasNext() && !out.checkError()) {
        Offer offer = files.next();
        if (offer instanceof Offer.Valid valid
            && reader.read(valid.value()) instanceof Outcome.Accepted<Received> read) {
          Received received = read.value();
          Article article =
              screen
                  .screen(received.article(), received.truncated(), Instant.EPOCH, null)
                  .article();
          Explanation answer = question.answer(explainer, article);
          out.println(Terminal.printable("article: " + heading(received.article())));
          ExplanationText.print(answer, line -> out.println(Terminal.printable(line)));
          found &= answer.matched();
        } else {
          found = false;
          spec.commandLine().getErr().println(Terminal.printable(ArticleInput.problem(offer)));
        }
      }
    }
    out.flush();
    return found ? ExitCode.OK.number() : ExitCode.FAILED.number();
  }

  private static String heading(Article article) {
    String title = article.title() == null ? "(no title)" : article.title();
    return article.id() == null ? title : article.id() + " " + title;
  }
}
