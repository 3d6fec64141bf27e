package io.tocsin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.fixtures.BrokerExtension;
import io.tocsin.fixtures.NewsMaker;
import io.tocsin.fixtures.RunningService;
import io.tocsin.guarantees.Guarantees;
import io.tocsin.guarantees.Results;
import io.tocsin.model.Alert;
import io.tocsin.model.Alert.Observed;
import io.tocsin.model.Alert.State;
import io.tocsin.runtime.Cluster;
import io.tocsin.runtime.TopicAdmin;
import io.tocsin.wire.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * What live sent is what a back-test says, from the same file and from the topic itself.
 *
 * <p>On one partition there is one order, and every resolved alert must be the same. On four, live
 * reads one partition ahead of another as it happens to, which moves the records between the
 * opening of an alert and its end, but not its id. A spike is judged for good only when all
 * partitions were heard, so that it is the same on any number of them.
 */
@Timeout(240)
class BacktestIT {
  @RegisterExtension static final BrokerExtension broker = new BrokerExtension();

  private static final long SEED = 20_260_307;
  private static final int RECORDS = 6_000;

  @TempDir private Path folder;
  private final String prefix = broker.freshPrefix();
  private Path watchlist = Path.of("");
  private Path file = Path.of("");

  /**
   * What is compared of an alert. Of one that is still open only that it is: its last record tells
   * beginning and height as they were known then, and live looks once a pack of mentions.
   */
  private record Told(
      String rule,
      boolean resolved,
      Alert.@Nullable Cause reason,
      @Nullable Instant startsAt,
      @Nullable Instant endsAt,
      @Nullable Observed observed,
      long ruleVersion,
      long watchlistVersion) {
    static Told of(Alert alert) {
      boolean resolved = alert.state() == State.RESOLVED;
      return new Told(
          alert.rule(),
          resolved,
          resolved ? alert.reason() : null,
          resolved ? alert.startsAt() : null,
          alert.endsAt(),
          resolved ? alert.observed() : null,
          alert.ruleVersion(),
          alert.watchlistVersion());
    }
  }

  @BeforeEach
  void writeFiles() throws IOException {
    watchlist = NewsMaker.watchlist(folder.resolve("watchlist"));
    write(NewsMaker.records(SEED, RECORDS));
  }

  private void write(List<NewsMaker.Published> records) throws IOException {
    file = folder.resolve("news.jsonl");
    Files.write(file, records.stream().map(NewsMaker.Published::json).toList());
  }

  @Test
  void onOnePartitionEveryAlertIsTheSame() throws Exception {
    // When
    Map<String, Told> fromFile = backtest(file.toString(), "--partitions", "1");
    live(1, live -> assertSame(fromFile, live));
    Map<String, Told> fromTopic = backtest(topic(), "--bootstrap", broker.bootstrap());

    // Then
    assertThat(fromFile).hasSizeGreaterThan(50);
    assertThat(fromFile.values())
        .extracting(Told::reason)
        .contains(Alert.Cause.BELOW, Alert.Cause.EXPIRED);
    assertSame(fromTopic, fromFile);
  }

  @Test
  void onFourPartitionsTheAlertsHaveTheSameIds() throws Exception {
    // When
    Map<String, Told> fromFile = backtest(file.toString());
    live(4, live -> assertThat(live.keySet()).isEqualTo(fromFile.keySet()));
    Map<String, Told> fromTopic = backtest(topic(), "--bootstrap", broker.bootstrap());

    // Then
    assertThat(fromFile).hasSizeGreaterThan(50);
    assertThat(fromTopic.keySet()).isEqualTo(fromFile.keySet());
  }

  @Test
  void spikesAreTheSameOnFourPartitions() throws Exception {
    // Given: four days and more, as the past of a subject needs
    write(NewsMaker.records(SEED, RECORDS, 75));
    Files.writeString(
        watchlist.resolve("surges.yaml"),
        """
        rules:
          - id: surge
            on: {kinds: [place]}
            when: {spike: {}}
        """);

    // When
    Map<String, Told> fromFile = backtest(file.toString());
    live(4, live -> assertSame(spikes(fromFile), spikes(live)));

    // Then
    assertThat(spikes(fromFile)).hasSizeGreaterThan(3);
    assertThat(spikes(fromFile).values()).extracting(Told::resolved).containsOnly(true);
  }

  private static Map<String, Told> spikes(Map<String, Told> alerts) {
    Map<String, Told> spikes = new TreeMap<>(alerts);
    spikes.values().removeIf(told -> !told.rule().equals("surge"));
    return spikes;
  }

  /** One by one, so that a failure shows the alert and not all of them. */
  private static void assertSame(Map<String, Told> backtest, Map<String, Told> live) {
    assertThat(backtest.keySet()).isEqualTo(live.keySet());
    live.forEach((id, told) -> assertThat(backtest.get(id)).as("alert %s", id).isEqualTo(told));
  }

  private String topic() {
    return Topics.ARTICLES.name(prefix);
  }

  /** What a service comes to say that reads the file from so many partitions. */
  private void live(int partitions, Consumer<Map<String, Told>> judge) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      NewTopic articles = new NewTopic(topic(), partitions, (short) 1);
      admin.createTopics(List.of(articles.configs(Topics.ARTICLES.config()))).all().get();
    }
    TopicAdmin.on(new Cluster(broker.bootstrap(), prefix, Map.of()), TopicAdmin::apply);
    String bootstrap = "kafka.bootstrap.servers=" + broker.bootstrap();
    String topics = "kafka.topic.prefix=" + prefix;
    RunningService service =
        RunningService.start(
            folder.resolve("data"),
            "watchlist.folder=" + watchlist,
            bootstrap,
            topics,
            "streams.application.id=" + prefix + "backtest");
    try (service) {
      int published =
          App.commandLine()
              .execute("publish", file.toString(), "--set=" + bootstrap, "--set=" + topics);
      assertThat(published).isZero();
      Guarantees.awaitHold(broker.bootstrap(), prefix);
      // What time alone ends follows behind the last mention.
      await("live says the same")
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () -> judge.accept(last(Results.read(broker.bootstrap(), prefix).alerts())));
    }
  }

  private Map<String, Told> backtest(String articles, String... more) {
    StringWriter out = new StringWriter();
    String[] arguments = {
      "backtest", "--watchlist", watchlist.toString(), "--articles", articles, "--format", "ndjson"
    };
    String[] all = new String[arguments.length + more.length];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    assertThat(App.commandLine().setOut(new PrintWriter(out)).execute(all)).isZero();
    return last(
        out.toString()
            .lines()
            .map(line -> line.getBytes(StandardCharsets.UTF_8))
            .map(line -> Topics.ALERTS.value().deserializer().deserialize("alerts", line))
            .toList());
  }

  /** Each alert as its last record tells it; what was taken back is none. */
  private static Map<String, Told> last(List<Alert> records) {
    Map<String, Told> last = new TreeMap<>();
    records.forEach(alert -> last.put(alert.id(), Told.of(alert)));
    last.values().removeIf(told -> told.reason() == Alert.Cause.WITHDRAWN);
    return last;
  }
}
