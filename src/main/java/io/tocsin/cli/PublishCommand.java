package io.tocsin.cli;

import io.tocsin.ingest.ArticleFiles;
import io.tocsin.ingest.ArticlePublisher;
import io.tocsin.ingest.PublishProgress;
import io.tocsin.ingest.PublishRun;
import io.tocsin.ingest.Summary;
import io.tocsin.runtime.Cluster;
import io.tocsin.runtime.TopicAdmin;
import io.tocsin.settings.Settings;
import io.tocsin.wire.ArticleReader;
import io.tocsin.wire.Topics;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Publishes files to the topic of articles. */
@Command(
    name = "publish",
    description =
        "Publishes a file, a folder or standard input: NDJSON, JSON, ninjs or dated text, plain or .gz.",
    mixinStandardHelpOptions = true)
public final class PublishCommand implements Callable<Integer> {

  private final SettingsOptions options;

  @Parameters(paramLabel = "FILE|DIR|-", description = "What to publish; - is standard input")
  private String source = "-";

  /** The command, with the settings in force when it runs. */
  public PublishCommand(SettingsOptions options) {
    this.options = options;
  }

  @Override
  public Integer call() throws IOException {
    Settings settings = options.settings();
    Cluster cluster = Cluster.find(settings);
    // A producer alone would wait for minutes before it says that nobody is there.
    TopicAdmin.on(
        cluster,
        topics -> {
          topics.verify();
          return List.of();
        });
    try (ArticleFiles files =
            ArticleInput.open(source, new ArticleReader(settings.articles().maxBytes()));
        ArticlePublisher publisher =
            ArticlePublisher.connect(
                cluster.bootstrap(),
                "tocsin-publish",
                cluster.properties(),
                Topics.ARTICLES.name(cluster.prefix()),
                "tocsin/publish")) {
      return publish(files, publisher);
    }
  }

  private static int publish(ArticleFiles files, ArticlePublisher publisher) {
    PublishProgress progress =
        new PublishProgress(
            System.err,
            Terminal.isInteractive(),
            PublishProgress.colour(System.getenv()),
            files.bytesTotal(),
            System::nanoTime);
    Summary summary = new PublishRun(publisher, progress, System::nanoTime).publish(files);
    progress.finish(summary);
    return summary.exitCode();
  }
}
