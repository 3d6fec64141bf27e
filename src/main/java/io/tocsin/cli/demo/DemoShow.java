package io.tocsin.cli.demo;

import com.fasterxml.jackson.databind.ObjectReader;
import io.tocsin.cli.Terminal;
import io.tocsin.cli.TopicTail;
import io.tocsin.ingest.ArticleFiles;
import io.tocsin.ingest.ArticlePublisher;
import io.tocsin.ingest.PublishListener;
import io.tocsin.ingest.PublishRun;
import io.tocsin.metrics.Arithmetic;
import io.tocsin.metrics.Meters;
import io.tocsin.model.Alert;
import io.tocsin.model.Refusal;
import io.tocsin.runtime.Cluster;
import io.tocsin.runtime.Health;
import io.tocsin.settings.Settings;
import io.tocsin.wire.ArticleReader;
import io.tocsin.wire.Json;
import io.tocsin.wire.Topics;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Plays the stream, prints what comes of it, and does the sum at the end. */
final class DemoShow {
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration DRAIN_LIMIT = Duration.ofSeconds(60);
  private static final ObjectReader ALERTS = Json.MAPPER.readerFor(Alert.class);

  private final PrintWriter out;
  private final Settings settings;
  private final int liveSeconds;
  private final AlertPrinter printer;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final long started = System.nanoTime();
  private volatile @Nullable TopicTail tail;
  private volatile boolean first = true;
  private int linesSoFar;

  DemoShow(PrintWriter out, Settings settings, int liveSeconds) {
    this.out = out;
    this.settings = settings;
    this.liveSeconds = liveSeconds;
    boolean colour = Terminal.isInteractive() && System.getenv("NO_COLOR") == null;
    this.printer = new AlertPrinter(out, colour, Terminal::printable);
  }

  /** The dashboard is up. */
  void listening(int port) {
    say("dashboard  http://%s:%d/", settings.http().host(), port);
    say("metrics    http://%s:%d/metrics", settings.http().host(), port);
  }

  /**
   * Publishes the stream and waits until all of it is processed; true when every record is
   * accounted for.
   */
  boolean play(Health health, Meters meters) throws IOException {
    if (!await(health::ready, START_LIMIT)) {
      say(
          "the service did not become ready within %d s; see the log above",
          START_LIMIT.toSeconds());
      return false;
    }
    Cluster cluster = Cluster.find(settings);
    Thread alerts = new Thread(() -> follow(cluster), "demo-alerts");
    alerts.setDaemon(true);
    alerts.start();
    DemoStream stream = new DemoStream(Instant.now().plusSeconds(liveSeconds));
    say(
        "publishing %d lines: hours of news at once, then the last 45 minutes within %d s",
        stream.size(), liveSeconds);
    publish(cluster, stream);
    boolean all = await(() -> complete(meters, stream.size()), DRAIN_LIMIT);
    sum(meters.flow().arithmetic(), stream.size());
    return all;
  }

  /** Says how to go on. */
  void stay() {
    say("the service stays up: look at the dashboard, or publish more; Ctrl-C ends it");
  }

  /** Ends the printing. */
  void close() {
    closed.countDown();
    TopicTail current = tail;
    if (current != null) {
      current.stop();
    }
  }

  private void publish(Cluster cluster, DemoStream stream) throws IOException {
    String topic = Topics.ARTICLES.name(cluster.prefix());
    try (ArticlePublisher publisher =
        ArticlePublisher.connect(
            cluster.bootstrap(), "tocsin-demo", cluster.properties(), topic, "/tocsin/demo")) {
      publish(publisher, stream.before());
      for (List<String> portion : stream.portions(Math.max(1, liveSeconds))) {
        if (pause()) {
          return;
        }
        publish(publisher, portion);
      }
    }
  }

  private void publish(ArticlePublisher publisher, List<String> lines) throws IOException {
    if (lines.isEmpty()) {
      return;
    }
    // Blank lines in place of what was published before, so that a line is reported under its
    // number in the file.
    String text = "\n".repeat(linesSoFar) + String.join("\n", lines);
    linesSoFar += lines.size();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ArticleReader reader = new ArticleReader(settings.articles().maxBytes());
    try (ArticleFiles files =
        ArticleFiles.of("demo.ndjson", new ByteArrayInputStream(bytes), reader)) {
      new PublishRun(publisher, new Reports(), System::nanoTime).publish(files);
    }
  }

  private void follow(Cluster cluster) {
    try (TopicTail alerts = new TopicTail(cluster, Topics.ALERTS.name(cluster.prefix()))) {
      tail = alerts;
      alerts.fromBeginning();
      alerts.read(true, this::print);
    }
  }

  private boolean print(ConsumerRecord<byte[], byte[]> record) {
    try {
      Alert alert = ALERTS.readValue(record.value());
      if (first) {
        first = false;
        say("first alert %.1f s after the start", seconds());
      }
      printer.print(alert);
    } catch (IOException e) {
      say("an alert could not be read: %s", String.valueOf(e.getMessage()));
    }
    return closed.getCount() > 0;
  }

  private static boolean complete(Meters meters, int published) {
    Arithmetic arithmetic = meters.flow().arithmetic();
    return arithmetic.received() >= published && arithmetic.holds();
  }

  private void sum(Arithmetic sum, int published) {
    say(
        "%npublished %d = tagged %d + duplicate %d + rejected %d%s",
        published,
        sum.tagged(),
        sum.duplicate(),
        sum.rejected(),
        sum.holds() && sum.received() == published
            ? ""
            : "  — NOT equal, received " + sum.received());
  }

  private boolean await(BooleanSupplier condition, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline || waited(100)) {
        return false;
      }
    }
    return true;
  }

  private boolean pause() {
    return waited(1_000);
  }

  /** Waits; true when the show was closed meanwhile. */
  private boolean waited(long millis) {
    try {
      return closed.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private double seconds() {
    return (System.nanoTime() - started) / 1e9;
  }

  private void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }

  /** Tells what is wrong with a line; the two planted ones are among them. */
  private final class Reports implements PublishListener {
    @Override
    public void moved(long offers, long bytes) {}

    @Override
    public void warned(String place, Refusal refusal) {
      say(
          "%s is no article (%s): it goes to the topic of rejected records",
          place, refusal.reason().word());
    }

    @Override
    public void refused(String place, String problem) {
      say("%s was not sent: %s", place, problem);
    }

    @Override
    public void failed(String place, String cause) {
      say("%s was not taken by the broker: %s", place, cause);
    }
  }
}
