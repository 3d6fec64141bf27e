package io.tocsin.cli;

import io.tocsin.ingest.feed.FeedList;
import io.tocsin.ingest.feed.FeedPreview;
import io.tocsin.ingest.feed.FeedSource;
import io.tocsin.ingest.feed.FetchRules;
import io.tocsin.ingest.feed.Opml;
import io.tocsin.ingest.feed.parse.Feed;
import io.tocsin.ingest.feed.parse.FeedFaultException;
import io.tocsin.model.Article;
import io.tocsin.runtime.ExitCode;
import io.tocsin.wire.ArticleWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin feeds}: looks at the list of feeds and at feeds. */
@Command(
    name = "feeds",
    description =
        "Lists, tries, imports and exports feeds; `tocsin run` polls those that are enabled.",
    mixinStandardHelpOptions = true)
public final class FeedsCommand implements Runnable {
  private final SettingsOptions options;

  @Spec private @Nullable CommandSpec spec;

  /** The command, with the settings in force when it runs. */
  public FeedsCommand(SettingsOptions options) {
    this.options = options;
  }

  /** Without a subcommand, the help is what the user needs. */
  @Override
  public void run() {
    spec().commandLine().usage(out());
  }

  @Command(
      name = "list",
      description =
          "Prints the feeds of the list; their state is at /api/v1/sources of the service.",
      mixinStandardHelpOptions = true)
  int list() {
    FeedList list = FeedList.read(file());
    for (FeedSource feed : list.feeds()) {
      out()
          .printf(
              "%-4s %-24s %-6s %6dm  %s%n",
              feed.enabled() ? "on" : "off",
              feed.id(),
              feed.language() == null ? "-" : feed.language(),
              feed.interval().toMinutes(),
              Terminal.printable(feed.url()));
    }
    out().printf("%d feeds, %d enabled (%s)%n", list.feeds().size(), list.enabled().size(), file());
    out().flush();
    return ExitCode.OK.number();
  }

  @Command(
      name = "fetch",
      description = "Fetches one feed and shows what would be published; needs no cluster.",
      mixinStandardHelpOptions = true)
  int fetch(
      @Parameters(paramLabel = "URL|ID", description = "Address, or id of a feed of the list.")
          String which,
      @Option(names = "--json", description = "Print the articles as NDJSON.") boolean json) {
    FeedList list = FeedList.read(file());
    FeedSource source =
        list.find(which)
            .orElseGet(
                () ->
                    new FeedSource(
                        "feed", which, null, null, null, FeedSource.USUAL_INTERVAL, true));
    FeedPreview preview =
        FeedPreview.of(source, list, FetchRules.standard(Version.number(), list.contact()));
    Feed feed = preview.feed();
    if (feed == null) {
      err()
          .println(
              "tocsin: " + preview.outcome().word() + ": " + Terminal.printable(preview.detail()));
      err().flush();
      return ExitCode.FAILED.number();
    }
    if (json) {
      preview.articles().forEach(this::printJson);
    } else {
      print(preview, feed);
    }
    out().flush();
    return ExitCode.OK.number();
  }

  private void print(FeedPreview preview, Feed feed) {
    out()
        .printf(
            "%s, %s, %d items, %d articles, from %s%n",
            Terminal.printable(feed.title().line()),
            feed.format(),
            feed.items().size() + feed.itemsLeft(),
            preview.articles().size(),
            Terminal.printable(preview.url()));
    for (Article article : preview.articles()) {
      Object time = article.publishedAt() == null ? "without a date" : article.publishedAt();
      String title = article.title() == null ? "without a title" : article.title();
      out().printf("%n%s  %s%n", time, Terminal.printable(title));
      out().printf("  %s%n", Terminal.printable(String.valueOf(article.url())));
      out().printf("  id %s%n", Terminal.printable(String.valueOf(article.id())));
    }
  }

  private void printJson(Article article) {
    out().println(new String(ArticleWriter.bytes(article), StandardCharsets.UTF_8));
  }

  @Command(
      name = "import",
      description =
          "Prints the feeds of an OPML file as lines of feeds.yaml, without those that are listed already.",
      mixinStandardHelpOptions = true)
  int importOpml(
      @Parameters(paramLabel = "FILE.opml", description = "Subscription list of another reader.")
          Path opml,
      @Option(names = "--enable", description = "Enable them.") boolean enable,
      @Option(names = "--add", description = "Add them to the end of the list instead.")
          boolean add)
      throws IOException {
    FeedList list = FeedList.read(file());
    List<FeedSource> feeds;
    try {
      feeds = Opml.read(Files.readAllBytes(opml), list, enable);
    } catch (FeedFaultException e) {
      err().println("tocsin: " + opml + " " + e.getMessage());
      err().flush();
      return ExitCode.USAGE.number();
    }
    if (add) {
      append(list, feeds);
      out().printf("%d feeds added to %s%n", feeds.size(), file());
    } else {
      out().print(Opml.yaml(feeds));
    }
    out().flush();
    return ExitCode.OK.number();
  }

  /** Writes beside the list and puts it in its place only when it can be read. */
  private void append(FeedList list, List<FeedSource> feeds) throws IOException {
    Path file = file().toAbsolutePath();
    String before = Files.exists(file) ? Files.readString(file) : "feeds:\n";
    String text = before + (before.endsWith("\n") ? "" : "\n") + Opml.yaml(feeds);
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(draft, text);
    boolean whole = false;
    try {
      whole = FeedList.read(draft).feeds().size() == list.feeds().size() + feeds.size();
    } finally {
      if (!whole) {
        Files.deleteIfExists(draft);
      }
    }
    if (!whole) {
      throw new IOException("the feeds cannot be added: `feeds:` must be the last part of " + file);
    }
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
  }

  @Command(
      name = "export",
      description = "Writes the list as OPML 2.0; - is standard output.",
      mixinStandardHelpOptions = true)
  int exportOpml(@Parameters(paramLabel = "FILE.opml", description = "Where to.") String target)
      throws IOException {
    FeedList list = FeedList.read(file());
    if (target.equals("-")) {
      out().print(Opml.write(list));
      out().flush();
    } else {
      Files.writeString(Path.of(target), Opml.write(list));
    }
    return ExitCode.OK.number();
  }

  private Path file() {
    return options.settings().feeds().file();
  }

  private PrintWriter out() {
    return spec().commandLine().getOut();
  }

  private PrintWriter err() {
    return spec().commandLine().getErr();
  }

  private CommandSpec spec() {
    return Objects.requireNonNull(spec, "picocli sets the specification before it runs a command");
  }
}
