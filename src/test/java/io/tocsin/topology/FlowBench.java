package io.tocsin.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.metrics.Meters;
import io.tocsin.model.Alert;
import io.tocsin.model.SubjectCount;
import io.tocsin.model.TaggedArticle;
import io.tocsin.model.Watchlist;
import io.tocsin.wire.Topic;
import io.tocsin.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The whole topology in the test driver: articles in as text, records of the output topics out. */
final class FlowBench implements AutoCloseable {
  static final Instant RECEIVED = Instant.parse("2026-03-02T12:00:00Z");

  final Meters meters = new Meters("test");
  final TestOutputTopic<byte[], byte[]> rejected;
  final TestOutputTopic<String, TaggedArticle> tagged;
  final TestOutputTopic<String, SubjectCount> counts;
  final TestOutputTopic<String, Alert> alerts;
  private final TopologyTestDriver driver;
  private final TestInputTopic<byte[], byte[]> articles;
  private CompiledWatchlist watchlist;
  private boolean broken;

  FlowBench(Watchlist watchlist, Path stateFolder) {
    this(watchlist, stateFolder, settings());
  }

  FlowBench(Watchlist watchlist, Path stateFolder, FlowSettings settings) {
    this.watchlist = CompiledWatchlist.of(watchlist);
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "flow-bench");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
    properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    properties.put("processing.exception.handler.global.enabled", true);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, stateFolder.toString());
    driver =
        new TopologyTestDriver(
            NewsTopology.build(settings, receivedAt -> watchlist(), meters.flow()), properties);
    articles =
        driver.createInputTopic(
            "news.articles", new ByteArraySerializer(), new ByteArraySerializer());
    rejected = output(Topics.REJECTED);
    tagged = output(Topics.TAGGED);
    counts = output(Topics.COUNTS);
    alerts = output(Topics.ALERTS);
  }

  static FlowSettings settings() {
    return settings(true);
  }

  /** As the service has them; the names that no watchlist has may be left out. */
  static FlowSettings settings(boolean names) {
    return new FlowSettings(
        "news.",
        Duration.ofMinutes(10),
        Duration.ofHours(1),
        1_048_576,
        Duration.ofDays(7),
        Duration.ofDays(35),
        List.of("en", "de", "fr"),
        names);
  }

  void watch(Watchlist next) {
    watchlist = CompiledWatchlist.of(next);
    broken = false;
  }

  /** From now on, asking for the watchlist fails as a fault of ours would. */
  void breakTagger() {
    broken = true;
  }

  private CompiledWatchlist watchlist() {
    if (broken) {
      throw new IllegalStateException("planted");
    }
    return watchlist;
  }

  /** Sends one record as it came, received at {@link #RECEIVED}. */
  void send(String value) {
    send(value, RECEIVED);
  }

  void send(String value, Instant receivedAt) {
    articles.pipeInput(new TestRecord<>(null, value.getBytes(StandardCharsets.UTF_8), receivedAt));
  }

  void send(TestRecord<byte[], byte[]> record) {
    articles.pipeInput(record);
  }

  /** A counter of the scrape, summed over its labels. */
  double meter(String name) {
    return meters.registry().find(name).counters().stream().mapToDouble(c -> c.count()).sum();
  }

  boolean everythingRead() {
    return rejected.isEmpty() && tagged.isEmpty() && counts.isEmpty() && alerts.isEmpty();
  }

  private <K, V> TestOutputTopic<K, V> output(Topic<K, V> topic) {
    return driver.createOutputTopic(
        topic.name("news."), topic.key().deserializer(), topic.value().deserializer());
  }

  /** Judges the run: received = tagged + duplicate + rejected, and nothing is left unread. */
  void finish() {
    assertThat(meter("tocsin.records.received"))
        .isEqualTo(
            meter("tocsin.articles.tagged")
                + meter("tocsin.articles.duplicate")
                + meter("tocsin.records.rejected"));
    assertThat(everythingRead()).as("all output was looked at").isTrue();
    close();
  }

  /** An article of the outlet e on the second of March, as JSON. */
  static String article(String path, String title, String body, String time) {
    return """
        {"url":"https://e.example/%s","source":"e","title":"%s","body":"%s","language":"en","publishedAt":"2026-03-02T%s:00Z"}"""
        .formatted(path, title, body, time);
  }

  /** A header as text; empty when it is not there. */
  static String header(TestRecord<?, ?> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    driver.close();
  }
}
