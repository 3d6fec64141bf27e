package io.tocsin.cli;

import io.tocsin.backtest.FileRecording;
import io.tocsin.backtest.Period;
import io.tocsin.backtest.Recording;
import io.tocsin.backtest.TopicRecording;
import io.tocsin.ingest.ArticleFiles;
import io.tocsin.runtime.Cluster;
import io.tocsin.runtime.ExitCode;
import io.tocsin.runtime.Stop;
import io.tocsin.settings.Settings;
import io.tocsin.wire.ArticleReader;
import io.tocsin.wire.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * What {@code --articles} means: a file, a folder or standard input, or the topic of articles on a
 * cluster.
 *
 * @param name as it was given
 * @param cluster where the topic is; null for files
 */
record BacktestInput(String name, @Nullable Cluster cluster) {
  private static final String STANDARD_INPUT = "-";

  /**
   * Decides what a name means: a topic when a cluster is named beside it or when it is the name of
   * the topic of articles and of no file, a file otherwise.
   *
   * @throws Stop when a topic is meant and no cluster is known
   */
  static BacktestInput of(String name, @Nullable String bootstrap, Settings settings) {
    if (bootstrap != null) {
      return new BacktestInput(name, Cluster.at(bootstrap, settings));
    }
    boolean topic = name.equals(Topics.ARTICLES.name(settings.kafka().topicPrefix()));
    return topic && !exists(name)
        ? new BacktestInput(name, Cluster.find(settings))
        : new BacktestInput(name, null);
  }

  private static boolean exists(String name) {
    try {
      return Files.exists(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Whether it can be read a second time. */
  boolean repeatable() {
    return !name.equals(STANDARD_INPUT);
  }

  /** By which of an article's times a period of it is meant. */
  Period.By by() {
    return cluster == null ? Period.By.EVENT : Period.By.RECEIPT;
  }

  /**
   * Opens it.
   *
   * @param partitions on which files are spread; a topic has its own
   * @param now receive time of articles from files
   * @param problems hears place and problem of whatever is no article
   * @throws Stop when it is not there or cannot be opened
   */
  Recording open(
      Settings settings,
      Period period,
      int partitions,
      Instant now,
      BiConsumer<String, String> problems) {
    if (cluster != null) {
      return topic(cluster, period);
    }
    ArticleReader reader = new ArticleReader(settings.articles().maxBytes());
    try {
      ArticleFiles files =
          repeatable()
              ? ArticleFiles.open(Path.of(name), reader)
              : ArticleFiles.of("standard input", System.in, reader);
      return new FileRecording(files, partitions, now, problems);
    } catch (IOException | InvalidPathException e) {
      throw new Stop(
          ExitCode.USAGE,
          "cannot read "
              + name
              + ": "
              + e.getMessage()
              + "; name a file or a folder, or the topic of articles together with --bootstrap",
          e);
    }
  }

  private Recording topic(Cluster at, Period period) {
    try {
      return new TopicRecording(at.clients(), name, period.since(), period.to());
    } catch (IOException e) {
      throw new Stop(ExitCode.TOPICS_WRONG, String.valueOf(e.getMessage()), e);
    } catch (KafkaException e) {
      throw new Stop(
          ExitCode.BROKER_UNREACHABLE,
          "cannot read " + name + " at " + at.bootstrap() + ": " + e.getMessage(),
          e);
    }
  }
}
