package io.tocsin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.fixtures.Requests;
import io.tocsin.fixtures.RunningService;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * From an article posted over HTTP to the search that finds it, over a restart and a lost index.
 */
@Timeout(180)
class SearchIT {
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir private Path data;

  @Test
  void articlesAreFoundAndStayFoundOverARestartAndWithoutTheIndex() throws IOException {
    try (RunningService service = RunningService.start(data)) {
      post(service, "one", "Rockets over Pyongyang", "North Korea launched two missiles at dawn.");
      post(
          service, "two", "A quiet day", "Nothing was launched, and no missile was seen in Seoul.");

      awaitFound(service, "missile* AND launch*", "one", "two");
      awaitFound(service, "launch* NEAR/2 missile*", "one");
      awaitFound(service, "@place/kp AND missile*", "one");
      awaitFound(service, "title:rocket*", "one");
      JsonNode page = search(service, "launch* NEAR/2 missile*");
      assertThat(page.at("/articles/0/snippetMarks")).hasSize(2);
      assertThat(page.at("/index/behind").asLong()).isZero();
      assertThat(page.at("/index/indexedUntil").asText()).isNotBlank();
      assertThat(Requests.metric(service.url("/metrics"), "tocsin_search_documents")).isEqualTo(2);
      assertThat(
              Requests.json(Requests.get(service.url("/healthz?verbose")))
                  .at("/details/search")
                  .asText())
          .isEqualTo("reading");
      awaitFound(service, "rocket*", "one");
    }

    try (RunningService service = RunningService.start(data)) {
      awaitFound(service, "missile* AND launch*", "one", "two");
      post(service, "three", "Missile launch postponed", "Fog.");
      awaitFound(service, "missile* AND launch*", "three", "one", "two");
    }

    try (var files = Files.list(data.resolve("search"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    try (RunningService service = RunningService.start(data)) {
      awaitFound(service, "missile* AND launch*", "three", "one", "two");
    }
  }

  private static void post(RunningService service, String id, String title, String body) {
    String time = id.equals("three") ? "2024-03-04T22:00:00Z" : "2024-03-04T21:00:00Z";
    Requests.post(
        service.url("/api/v1/articles"),
        "application/json",
        """
        {"id": "%s", "source": "paper", "title": "%s", "body": "%s", "language": "en", "publishedAt": "%s"}"""
            .formatted(id, title, body, time));
  }

  private static void awaitFound(RunningService service, String query, String... ids) {
    await(query)
        .atMost(SOON)
        .untilAsserted(() -> assertThat(found(service, query)).containsExactly(ids));
  }

  private static List<String> found(RunningService service, String query) {
    return search(service, query).path("articles").findValuesAsText("id").stream()
        .filter(id -> List.of("one", "two", "three").contains(id))
        .toList();
  }

  private static JsonNode search(RunningService service, String query) {
    return Requests.json(
        Requests.get(
            service.url("/api/v1/articles?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8))));
  }
}
