package io.tocsin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.fixtures.Meeting;
import io.tocsin.fixtures.Poison;
import io.tocsin.fixtures.Publishing;
import io.tocsin.fixtures.Requests;
import io.tocsin.fixtures.RunningService;
import io.tocsin.guarantees.Guarantees;
import io.tocsin.guarantees.Results;
import io.tocsin.model.Alert;
import io.tocsin.model.Evidence;
import io.tocsin.model.TaggedArticle;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * One service with its broker, from the doors to the topics and back over HTTP. The tests share it
 * and each brings articles of its own; after each, every guarantee holds for all that came so far.
 */
@Timeout(120)
class EndToEndIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String JSON = "application/json";
  private static final String RECEIVED = "tocsin_records_received_total";

  @TempDir private static Path folder;
  private static RunningService service;

  @BeforeAll
  static void start() throws IOException {
    Path watchlist = Files.createDirectory(folder.resolve("watchlist"));
    try (var files = Files.list(Path.of("config", "watchlist"))) {
      for (Path file : files.toList()) {
        Files.copy(file, watchlist.resolve(file.getFileName()));
      }
    }
    service =
        RunningService.start(
            folder.resolve("data"), "watchlist.folder=" + watchlist, "watchlist.lead=200ms");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @AfterEach
  void everyGuaranteeHolds() {
    Guarantees.awaitHold(service.bootstrap(), service.prefix());
  }

  @Test
  void everyItemOfARequestIsAnswered() {
    // When
    HttpResponse<String> object = post(JSON, article("one"));
    HttpResponse<String> array = post(JSON, "[" + article("two") + "," + article("three") + "]");
    HttpResponse<String> lines =
        post("application/x-ndjson", article("four") + "\n{\"title\":\n" + article("five") + "\n");

    // Then
    assertThat(object.statusCode()).isEqualTo(202);
    assertThat(fates(object)).containsExactly("accepted");
    assertThat(array.statusCode()).isEqualTo(202);
    assertThat(fates(array)).containsExactly("accepted", "accepted");
    assertThat(lines.statusCode()).isEqualTo(207);
    assertThat(fates(lines)).containsExactly("accepted", "rejected", "accepted");
    assertThat(Requests.json(lines).at("/items/1/reason").asText()).isEqualTo("malformed_json");
    for (String id : List.of("one", "two", "three", "four", "five")) {
      awaitTagged(id);
    }
  }

  @Test
  void poisonIsKeptAsideAndTheStreamGoesOn() {
    // Given
    List<byte[]> poison = Poison.documents();
    byte[] stranger =
        "{\"title\":\"A bare object without a key\",\"url\":\"https://paper.example/a/1?utm_source=x\"}"
            .getBytes(UTF_8);

    // When
    try (Publishing foreign = new Publishing(service.bootstrap(), service.prefix())) {
      foreign.publishRaw(poison);
      foreign.publishRaw(List.of(stranger));
    }

    // Then
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              Results results = service.results();
              assertThat(results.rejected()).hasSize(60).hasSameSizeAs(poison);
              assertThat(results.tagged())
                  .extracting(article -> article.article().title())
                  .contains("A bare object without a key");
            });
    assertThat(Requests.isOk(service.url("/livez"))).isTrue();
  }

  @Test
  void meetingIsToldWithItsSentenceOnTheTopicAndOverHttp() {
    // When
    post(JSON, Meeting.ARTICLE);

    // Then
    await().atMost(SOON).until(() -> service.results().alertIds().size() == 1);
    Alert alert = service.results().alerts().get(0);
    assertThat(alert.rule()).isEqualTo(Meeting.RULE);
    assertThat(alert.state()).isEqualTo(Alert.State.OPENED);
    assertThat(alert.evidence())
        .singleElement()
        .extracting(Evidence::snippet)
        .asString()
        .contains(Meeting.SENTENCE);
    await().atMost(SOON).until(() -> alerts().at("/open").asInt() == 1);
    JsonNode shown = alerts().at("/alerts/0");
    assertThat(shown.at("/id").asText()).isEqualTo(alert.id());
    assertThat(shown.at("/evidence/0/snippet").asText()).contains(Meeting.SENTENCE);
    assertThat(Requests.get(service.url("/api/v1/alerts/" + alert.id())).body())
        .contains(Meeting.SENTENCE);
  }

  @Test
  void repeatIsDroppedACorrectionIsTaggedAgainAndTheSumIsRight() {
    // Given
    post(JSON, article("again"));
    post(JSON, article("again"));
    awaitTagged("again");

    // When
    post(JSON, article("again").replace("Nothing", "Something"));

    // Then
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(service.results().tagged())
                    .filteredOn(article -> article.id().equals("again"))
                    .extracting(TaggedArticle::revision)
                    .containsExactly(0, 1));
    long published = service.results().articles().size();
    assertThat(metric(RECEIVED)).isEqualTo(published);
    assertThat(metric("tocsin_articles_duplicate_total")).isEqualTo(1);
    assertThat(
            metric("tocsin_articles_tagged_total")
                + metric("tocsin_articles_duplicate_total")
                + metric("tocsin_records_rejected_total"))
        .isEqualTo(published);
  }

  @Test
  void changedWatchlistTakesEffectWhileRunning() throws IOException {
    // Given
    String before = article("before").replace("Nothing", "Nothing about Aldra Varn");
    post(JSON, before);
    TaggedArticle old = awaitTagged("before");
    Files.writeString(
        folder.resolve("watchlist").resolve("more.yaml"),
        "subjects: [{id: place/aldra-varn, name: Aldra Varn, aliases: [Aldra Varn]}]");

    // When
    int exitCode =
        App.commandLine()
            .execute(
                "watch",
                "apply",
                folder.resolve("watchlist").toString(),
                "--set=data.folder=" + folder.resolve("data"),
                "--set=watchlist.lead=200ms");
    await().pollDelay(SOON.dividedBy(30)).until(() -> metric("tocsin_watchlist_version") == 2);
    post(JSON, before.replace("before", "after"));

    // Then
    TaggedArticle fresh = awaitTagged("after");
    assertThat(exitCode).isZero();
    assertThat(old.watchlistVersion()).isEqualTo(1);
    assertThat(subjects(old)).isEmpty();
    assertThat(fresh.watchlistVersion()).isEqualTo(2);
    assertThat(subjects(fresh)).containsExactly("place/aldra-varn");
  }

  @Test
  void probesSayThatItWorks() {
    assertThat(Requests.get(service.url("/livez")).body()).isEqualTo("ok\n");
    assertThat(Requests.get(service.url("/readyz")).body()).isEqualTo("ok\n");
    JsonNode health = Requests.json(Requests.get(service.url("/healthz?verbose")));
    assertThat(health.at("/ready").asBoolean()).isTrue();
    assertThat(health.at("/details/streams").asText()).isEqualTo("RUNNING");
    assertThat(health.at("/details/live feed").asText()).isEqualTo("reading");
  }

  @Test
  void scrapeHasNoNanAndEachTopicOnce() {
    // Given
    post(JSON, article("scraped"));
    awaitTagged("scraped");
    String lag = "kafka_consumer_fetch_manager_records_lag_max{";

    // When
    String scrape =
        await()
            .atMost(SOON)
            .until(() -> Requests.get(service.url("/metrics")).body(), text -> text.contains(lag));

    // Then
    assertThat(scrape).doesNotContain(" NaN", "topic=\"news_");
    assertThat(scrape.lines().filter(line -> line.startsWith(lag))).isNotEmpty();
  }

  private static String article(String id) {
    return """
        {"id": "%s", "source": "paper", "title": "Notice %s", "body": "Nothing of note.", \
        "language": "en", "publishedAt": "2024-03-04T21:00:00Z"}"""
        .formatted(id, id);
  }

  private static HttpResponse<String> post(String contentType, String body) {
    return Requests.post(service.url("/api/v1/articles"), contentType, body);
  }

  private static JsonNode alerts() {
    return Requests.json(Requests.get(service.url("/api/v1/alerts")));
  }

  private static long metric(String name) {
    return Requests.metric(service.url("/metrics"), name);
  }

  private static List<String> fates(HttpResponse<String> answer) {
    return StreamSupport.stream(Requests.json(answer).path("items").spliterator(), false)
        .map(item -> item.path("status").asText())
        .toList();
  }

  private static List<String> subjects(TaggedArticle article) {
    return article.mentions().stream().map(mention -> mention.subject().id()).toList();
  }

  private static TaggedArticle awaitTagged(String id) {
    return await("article " + id + " is tagged")
        .atMost(SOON)
        .until(
            () -> service.results().tagged().stream().filter(a -> a.id().equals(id)).findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }
}
