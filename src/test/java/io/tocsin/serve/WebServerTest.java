package io.tocsin.serve;

import static io.tocsin.serve.LiveViewFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.model.Alert;
import io.tocsin.model.SubjectRef;
import io.tocsin.model.Watchlist;
import io.tocsin.wire.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each path over real HTTP, with its answers and its errors. */
class WebServerTest {
  private static final SubjectRef PORT = SubjectRef.of("place/port-sarn", "Port Sarn");
  private static final SubjectRef KORRIN = SubjectRef.of("person/ilse-korrin", "Ilse Korrin");
  private static LiveViewFixture fixture;

  @BeforeAll
  static void start() {
    fixture = new LiveViewFixture();
    fixture.watchlist = new Watchlist(12, NOON, List.of(), List.of());
    for (int minute = 0; minute < 5; minute++) {
      fixture.view.apply(LiveViewFixture.count(PORT, NOON.minusSeconds(60L * minute), 3));
    }
    fixture.view.apply(LiveViewFixture.count(KORRIN, NOON.minusSeconds(7_200), 40));
    fixture.view.apply(LiveViewFixture.count(KORRIN, NOON, 1));
    fixture.view.apply(
        LiveViewFixture.article(
            "a1", "Fire in Port Sarn", "Smoke over Port Sarn at dawn.", PORT, "Port Sarn"));
    fixture.view.apply(
        LiveViewFixture.article("a2", "Nothing in particular", "A quiet day.", PORT, "Port Sarn"));
    var first =
        LiveViewFixture.evidence(
            "a1", "Fire", "https://example.org/a1", "In Port Sarn", "Port Sarn");
    var second = LiveViewFixture.evidence("a3", "More", null, "Again Port Sarn", "Port Sarn");
    fixture.view.apply(LiveViewFixture.alert("al1", 1, Alert.State.OPENED, PORT, List.of(first)));
    fixture.view.apply(LiveViewFixture.alert("al1", 2, Alert.State.UPDATED, PORT, List.of(second)));
    fixture.view.apply(LiveViewFixture.alert("al2", 1, Alert.State.OPENED, KORRIN, List.of(first)));
    fixture.view.apply(LiveViewFixture.alert("al2", 2, Alert.State.RESOLVED, KORRIN, List.of()));
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @Test
  void probesAnswerByStatus() {
    assertThat(get("/livez").statusCode()).isEqualTo(200);
    assertThat(get("/startupz").statusCode()).isEqualTo(200);
    assertThat(get("/readyz").statusCode()).isEqualTo(200);

    fixture.ready = false;
    try {
      assertThat(get("/livez").statusCode()).isEqualTo(200);
      assertThat(get("/readyz").statusCode()).isEqualTo(503);
      JsonNode health = Http.json(get("/healthz?verbose"));
      assertThat(health.at("/ready").asBoolean()).isFalse();
      assertThat(health.at("/details/streams").asText()).isEqualTo("REBALANCING");
    } finally {
      fixture.ready = true;
    }
    assertThat(Http.json(get("/healthz")).at("/details")).isEmpty();
  }

  @Test
  void newestArticlesComeFirstWithTheirMarksAndACursor() {
    JsonNode page = Http.json(get("/api/v1/articles?limit=5"));

    assertThat(page.at("/articles/0/id").asText()).isEqualTo("a2");
    assertThat(page.at("/articles/1/titleMarks/0/start").asInt()).isEqualTo("Fire in ".length());
    assertThat(page.at("/articles/1/subjects/0/name").asText()).isEqualTo("Port Sarn");
    assertThat(page.at("/articles/1/snippet").asText()).isEqualTo("Smoke over Port Sarn at dawn.");
    assertThat(page.at("/articles/1/snippetMarks/0/how").asText()).isEqualTo("name");
    assertThat(page.at("/articles/1/body").isMissingNode()).isTrue();
    assertThat(page.at("/cursor").asText()).isNotBlank();
  }

  @Test
  void topIsOfTheWindowThatEndsWithTheNewestEvent() {
    JsonNode hour = Http.json(get("/api/v1/top?minutes=60&limit=5"));
    JsonNode day = Http.json(get("/api/v1/top?minutes=1440&limit=1"));

    assertThat(hour.at("/subjects/0/subject/id").asText()).isEqualTo("place/port-sarn");
    assertThat(hour.at("/subjects/0/articles").asLong()).isEqualTo(15);
    assertThat(hour.at("/subjects/1/articles").asLong()).isEqualTo(1);
    assertThat(hour.at("/subjects/0/spark")).hasSize(30);
    assertThat(day.at("/subjects")).hasSize(1);
    assertThat(day.at("/subjects/0/subject/id").asText()).isEqualTo("person/ilse-korrin");
  }

  @Test
  void seriesHasOnePointPerMinute() {
    JsonNode series = Http.json(get("/api/v1/subjects/place/port-sarn/series?minutes=10"));

    assertThat(series.at("/points")).hasSize(10);
    assertThat(series.at("/points/9/articles").asLong()).isEqualTo(3);
    assertThat(series.at("/points/9/start").asText()).isEqualTo("2026-03-14T12:00:00Z");
    assertThat(series.at("/points/0/articles").asLong()).isZero();
  }

  @Test
  void openAlertsCarryTheEvidenceOfAllTheirRecords() {
    JsonNode open = Http.json(get("/api/v1/alerts"));
    JsonNode all = Http.json(get("/api/v1/alerts?state=all"));

    assertThat(open.at("/open").asInt()).isEqualTo(1);
    assertThat(open.at("/alerts")).hasSize(1);
    assertThat(open.at("/alerts/0/state").asText()).isEqualTo("updated");
    assertThat(open.at("/alerts/0/evidence")).hasSize(2);
    assertThat(all.at("/alerts")).hasSize(2);
  }

  @Test
  void oneAlertShowsEachOfItsRecords() {
    JsonNode episode = Http.json(get("/api/v1/alerts/al1"));

    assertThat(episode.at("/records")).hasSize(2);
    assertThat(episode.at("/records/0/state").asText()).isEqualTo("opened");
  }

  @Test
  void watchlistTellsItsVersion() {
    assertThat(Http.json(get("/api/v1/watchlist")).at("/version").asLong()).isEqualTo(12);
  }

  @Test
  void articlesArePassedToTheIntake() {
    HttpResponse<String> answer =
        Http.post(
            fixture.url("/api/v1/articles"),
            "{\"title\":\"x\"}",
            "Content-Type",
            "application/json; charset=utf-8");

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(Http.json(answer).at("/items/0/id").asText()).isEqualTo("a1");
    assertThat(fixture.accepted).contains("application/json; charset=utf-8 13");
  }

  @Test
  void aBodyOverTheLimitIsRefusedEvenWithoutALength() {
    String chunked =
        "POST /api/v1/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
            + Integer.toHexString(PublishHandler.MAX_BODY + 1)
            + "\r\n"
            + " ".repeat(PublishHandler.MAX_BODY + 1)
            + "\r\n0\r\n\r\n";

    String answer = Http.raw(fixture.server.port(), chunked);

    assertThat(answer).startsWith("HTTP/1.1 413").contains("\"status\":413");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/top?minutes=0, 400, minutes",
    "/api/v1/top?minutes=1441, 400, minutes",
    "/api/v1/top?limit=ten, 400, limit",
    "/api/v1/articles?limit=-1, 400, limit",
    "/api/v1/alerts?state=closed, 400, state",
    "/api/v1/alerts/none, 404, id",
    "/api/v1/subjects/place/atlantis/series, 404, slug",
    "/api/v1/nothing, 404, ",
  })
  void errorsNameWhatIsWrong(String path, int status, String field) {
    HttpResponse<String> answer = get(path);

    JsonNode problem = Http.json(answer);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(problem.at("/status").asInt()).isEqualTo(status);
    assertThat(problem.at("/message").asText())
        .isNotBlank()
        .doesNotContain("Exception", "io.tocsin");
    assertThat(problem.at("/field").isNull() ? null : problem.at("/field").asText())
        .isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource({
    "GET /assets/../.. HTTP/1.1, 400",
    "GET /assets/%2e%2e/%2e%2e/x HTTP/1.1, 400",
    "GET /%ff%zz HTTP/1.1, 400",
    "GET /a;b=c/..;/d HTTP/1.1, 400",
    "GET /no/such/path HTTP/1.1, 404",
    "PUT /api/v1/top HTTP/1.1, 405",
    "BREW /api/v1/top HTTP/1.1, 405",
    "not a request, 505",
  })
  void whatNoClientSendsIsRefusedAsJsonToo(String line, int status) throws IOException {
    String answer =
        Http.raw(fixture.server.port(), line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertRefused(answer, status);
  }

  @Test
  void headersOverTheLimitAreRefusedAsJsonToo() throws IOException {
    String answer =
        Http.raw(
            fixture.server.port(),
            "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(10_000) + "\r\n\r\n");

    assertRefused(answer, 431);
  }

  private static void assertRefused(String answer, int status) throws IOException {
    assertThat(answer).startsWith("HTTP/1.1 " + status);
    assertThat(answer.toLowerCase(Locale.ROOT)).contains("content-type: application/json");
    String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
    JsonNode problem = Json.MAPPER.readTree(body);
    assertThat(problem.at("/status").asInt()).isEqualTo(status);
    assertThat(problem.at("/message").asText()).isNotBlank().doesNotContain("jetty", "Exception");
  }

  @Test
  void aPathThatIsOnlyReadTakesNoPost() {
    HttpResponse<String> answer =
        Http.post(fixture.url("/api/v1/top"), "{}", "Content-Type", "application/json");

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(Http.json(answer).at("/message").asText()).contains("method");
  }

  @Test
  void metricsSpeakPrometheusAndCountRequestsByRoute() {
    get("/api/v1/alerts/some-planted-id");

    HttpResponse<String> scrape = get("/metrics");

    assertThat(scrape.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
    assertThat(scrape.body())
        .contains(
            "tocsin_http_requests_total{method=\"GET\",path=\"/api/v1/alerts/{id}\",status=\"404\"}")
        .contains("tocsin_alerts_open 1.0")
        .doesNotContain("some-planted-id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/../logback.xml",
        "/assets/..%2flogback.xml",
        "/assets/%2e%2e/%2e%2e/logback.xml",
        "/assets/..;/logback.xml",
        "//etc/passwd",
        "/assets/",
        "/web/index.html",
        "/META-INF/MANIFEST.MF",
      })
  void nothingIsServedBesideTheListedFiles(String path) {
    String answer =
        Http.raw(
            fixture.server.port(),
            "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertThat(answer)
        .matches("(?s)HTTP/1.1 40[04] .*")
        .doesNotContain("<configuration", "root:", "<!doctype");
  }

  @Test
  void thePageAndItsFilesAreServedAndRevalidated() {
    HttpResponse<String> page = get("/");
    HttpResponse<String> script = get("/assets/lit-html/lit-html.js");
    String tag = page.headers().firstValue("ETag").orElseThrow();

    assertThat(page.body()).startsWith("<!doctype html>");
    assertThat(script.headers().firstValue("Content-Type"))
        .hasValue("text/javascript; charset=utf-8");
    assertThat(Http.get(fixture.url("/"), "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  private static HttpResponse<String> get(String path) {
    return Http.get(fixture.url(path));
  }
}
