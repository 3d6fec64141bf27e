package io.tocsin.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.RealNews;
import io.tocsin.model.Alert;
import io.tocsin.model.Alert.Cause;
import io.tocsin.model.Alert.Observed;
import io.tocsin.model.Alert.State;
import io.tocsin.model.Article;
import io.tocsin.topology.CompiledWatchlist;
import io.tocsin.wire.ArticleWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Half a year of headlines through the whole flow: known events are found soon, frequent word pairs
 * seldom open anything, and the order of the articles changes nothing. A {@code spike} rule with
 * shipped defaults on each of them.
 */
class HeadlineFiguresTest {
  private static final String FILE = "headlines-2022.jsonl.gz";
  private static final int PARTITIONS = 4;
  private static final Instant PUBLISHED = Instant.parse("2026-11-01T00:00:00Z");

  @TempDir private Path folder;

  /** An alert as it stands in the end: what no order may change. */
  private record Told(
      Instant startsAt, @Nullable Instant endsAt, Observed observed, @Nullable Double score) {}

  /** What a run said, by alert. */
  private record Run(Map<String, Alert> opened, Map<String, Alert> last) {
    Map<String, Told> resolved() {
      Map<String, Told> told = new TreeMap<>();
      last.forEach(
          (id, a) -> told.put(id, new Told(a.startsAt(), a.endsAt(), a.observed(), a.score())));
      return told;
    }

    Stream<Instant> openings(String subject) {
      return opened.values().stream()
          .filter(alert -> alert.subject().id().startsWith(subject))
          .map(Alert::changedAt);
    }
  }

  @Test
  void eventsAreFoundAndFrequentPairsStayQuietInAnyOrder() throws IOException {
    // Given
    List<String[]> events =
        Files.readAllLines(RealNews.file("known-events.tsv")).stream()
            .map(line -> line.split("\t", -1))
            .filter(cells -> cells[0].equals("headlines-2022"))
            .toList();
    List<String> pairs = Files.readAllLines(RealNews.file("frequent-pairs.txt"));
    CompiledWatchlist watchlist = Trial.read(watchlist(events, pairs));
    List<Article> file = new ArrayList<>();
    RealNews.forEach(FILE, file::add);
    Random random = new Random(9);
    Map<Article, Long> arrival = new HashMap<>();
    file.forEach(a -> arrival.put(a, time(a).getEpochSecond() + random.nextInt(3_600)));

    // When
    Run run = run(watchlist, file);
    Run sorted = run(watchlist, by(file, Comparator.comparing(HeadlineFiguresTest::time)));
    Run shuffled = run(watchlist, by(file, Comparator.comparing(arrival::get)));

    // Then
    assertEventsAreFound(run, events);
    assertPairsAreQuiet(run, pairs.size());
    assertThat(sorted.resolved()).isEqualTo(run.resolved());
    assertThat(shuffled.resolved()).isEqualTo(run.resolved());
  }

  private static void assertEventsAreFound(Run run, List<String[]> events) {
    int inSix = 0;
    int inTwo = 0;
    for (int i = 0; i < events.size(); i++) {
      Instant first = Instant.parse(events.get(i)[8]);
      Instant fifth = Instant.parse(events.get(i)[9]);
      Instant found =
          run.openings("query/event-" + i + "-")
              .filter(at -> !at.isBefore(first))
              .min(Comparator.naturalOrder())
              .orElse(Instant.MAX);
      inSix += found.isAfter(fifth.plus(Duration.ofHours(6))) ? 0 : 1;
      inTwo += found.isAfter(fifth.plus(Duration.ofHours(2))) ? 0 : 1;
    }
    System.out.printf(
        Locale.ROOT,
        "Headlines: %d of %d events within 6 h, %d within 2 h%n",
        inSix,
        events.size(),
        inTwo);
    assertThat(inSix).isGreaterThanOrEqualTo(16);
    assertThat(inTwo).isGreaterThanOrEqualTo(14);
  }

  private static void assertPairsAreQuiet(Run run, int pairs) {
    double days = 184.5;
    double rate = run.openings("query/pair-").count() / days / pairs;
    System.out.printf(Locale.ROOT, "Headlines: %.4f episodes per pair and day%n", rate);
    assertThat(rate).isLessThanOrEqualTo(0.008);
    assertNoneIn(run, "2022-09-24T00:00:00Z", "2022-09-26T00:00:00Z");
    assertNoneIn(run, "2022-06-29T00:00:00Z", "2022-07-02T00:00:00Z");
    assertNoneIn(run, "2022-07-18T00:00:00Z", "2022-07-19T00:00:00Z");
  }

  private static void assertNoneIn(Run run, String from, String to) {
    assertThat(run.openings("query/pair-"))
        .as("backlog, cold start, new source: %s", from)
        .noneMatch(at -> !at.isBefore(Instant.parse(from)) && at.isBefore(Instant.parse(to)));
  }

  private Path watchlist(List<String[]> events, List<String> pairs) throws IOException {
    StringBuilder yaml = new StringBuilder("subjects:\n");
    for (int i = 0; i < events.size(); i++) {
      String query =
          Stream.of(events.get(i)[3].split("\\|")).map(s -> query(s)).collect(joining(" OR "));
      yaml.append(subject("event-" + i + "-", query));
    }
    for (int i = 0; i < pairs.size(); i++) {
      yaml.append(subject("pair-" + i + "-", '"' + pairs.get(i) + '"'));
    }
    yaml.append("rules:\n  - {id: spikes, on: {all: true}, when: {spike: {}}}\n");
    Files.writeString(folder.resolve("all.yaml"), yaml);
    return folder;
  }

  private static String subject(String id, String query) {
    return "  - {id: query/" + id + "x, name: " + id + "x, query: '" + query + "'}\n";
  }

  /** A pattern's words; one without a boundary may begin a longer word. */
  private static String query(String pattern) {
    String words = pattern.replace("\\b", "");
    if (words.contains(" ")) {
      return '"' + words + '"';
    }
    return pattern.endsWith("\\b") ? words : words + "*";
  }

  private static Run run(CompiledWatchlist watchlist, List<Article> articles) throws IOException {
    Map<String, Alert> opened = new TreeMap<>();
    Map<String, Alert> last = new TreeMap<>();
    Replay replay =
        new Replay(
            Small.SETTINGS,
            watchlist,
            Period.always(Period.By.EVENT),
            PARTITIONS,
            alert -> {
              last.put(alert.id(), alert);
              if (alert.state() == State.OPENED) {
                opened.put(alert.id(), alert);
              }
            });
    replay.run(recording(articles), 2, (taken, part) -> {});
    Collection<Alert> all = last.values();
    all.removeIf(alert -> alert.reason() == Cause.WITHDRAWN || alert.state() != State.RESOLVED);
    opened.keySet().retainAll(last.keySet());
    return new Run(opened, last);
  }

  private static Recording recording(List<Article> articles) {
    Iterator<Article> left = articles.iterator();
    return new Recording() {
      @Override
      public @Nullable Recorded next() {
        if (!left.hasNext()) {
          return null;
        }
        byte[] value = ArticleWriter.bytes(left.next());
        return new Recorded(value, Partitions.of(new String(value, UTF_8), PARTITIONS), PUBLISHED);
      }

      @Override
      public int partitions() {
        return PARTITIONS;
      }

      @Override
      public double part() {
        return -1;
      }

      @Override
      public void close() {}
    };
  }

  private static List<Article> by(List<Article> articles, Comparator<Article> order) {
    List<Article> sorted = new ArrayList<>(articles);
    sorted.sort(order);
    return sorted;
  }

  private static Instant time(Article article) {
    return Objects.requireNonNull(article.publishedAt());
  }
}
