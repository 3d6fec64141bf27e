package io.tocsin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.NewsMaker;
import io.tocsin.fixtures.RunningService;
import io.tocsin.guarantees.Guarantees;
import io.tocsin.model.Alert;
import io.tocsin.model.Alert.Observed;
import io.tocsin.model.Alert.State;
import io.tocsin.wire.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What live sent is what a back-test says, from the same file and from the topic itself. */
@Timeout(180)
class BacktestIT {
  private static final long SEED = 20_260_307;
  private static final int RECORDS = 6_000;

  @TempDir private Path folder;

  /** What is compared of an alert: everything that does not depend on when we looked. */
  private record Told(
      State state,
      Alert.Cause reason,
      Instant startsAt,
      @Nullable Instant endsAt,
      Observed observed,
      long ruleVersion,
      long watchlistVersion) {}

  @Test
  void fileAndTopicGiveTheAlertsThatLiveSent() throws IOException {
    // Given
    Path watchlist = NewsMaker.watchlist(folder.resolve("watchlist"));
    Path file = folder.resolve("news.jsonl");
    List<String> lines =
        NewsMaker.records(SEED, RECORDS).stream().map(NewsMaker.Published::json).toList();
    Files.write(file, lines);
    String data = "--set=data.folder=" + folder.resolve("data");
    try (RunningService service =
        RunningService.start(folder.resolve("data"), "watchlist.folder=" + watchlist)) {
      assertThat(App.commandLine().execute("publish", file.toString(), data)).isZero();
      Map<String, Told> live =
          last(Guarantees.awaitHold(service.bootstrap(), service.prefix()).alerts());

      // When
      Map<String, Told> fromFile = backtest(watchlist, file.toString());
      Map<String, Told> fromTopic =
          backtest(
              watchlist,
              Topics.ARTICLES.name(service.prefix()),
              "--bootstrap",
              service.bootstrap());

      // Then
      assertThat(live).hasSizeGreaterThan(5);
      assertThat(live.values()).extracting(Told::state).contains(State.RESOLVED);
      assertThat(fromFile).isEqualTo(live);
      assertThat(fromTopic).isEqualTo(live);
    }
  }

  private static Map<String, Told> backtest(Path watchlist, String articles, String... more) {
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

  /** Each alert as its last record tells it. */
  private static Map<String, Told> last(List<Alert> records) {
    Map<String, Told> last = new TreeMap<>();
    for (Alert alert : records) {
      last.put(
          alert.id(),
          new Told(
              alert.state(),
              alert.reason(),
              alert.startsAt(),
              alert.endsAt(),
              alert.observed(),
              alert.ruleVersion(),
              alert.watchlistVersion()));
    }
    return last;
  }
}
