package io.tocsin.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.serve.rejected.RejectedPlace;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refused records over real HTTP. */
class RejectedHandlersTest {
  private static final String ESCAPES = "\u001b[31m<b>\u202Eevil\u0007\n\tend";

  private LiveViewFixture fixture;

  @BeforeEach
  void start() {
    fixture = new LiveViewFixture();
    fixture.rejected.add("malformed_json", "{\"title\": ", null);
    fixture.rejected.add("no_text", "{}", null);
    fixture.rejected.add("malformed_json", ESCAPES, new RejectedPlace(0, 0));
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void newestComeFirstWithReasonAndOriginAndWithoutControlCharacters() {
    JsonNode page = Http.json(get("/api/v1/rejected"));

    assertThat(page.at("/records")).hasSize(3);
    assertThat(page.at("/records/0/place").asText()).isEqualTo("0/2");
    assertThat(page.at("/records/0/reason").asText()).isEqualTo("malformed_json");
    assertThat(page.at("/records/0/replayOf").asText()).isEqualTo("0/0");
    assertThat(page.at("/records/0/origin/offset").asLong()).isEqualTo(42);
    assertThat(page.at("/records/0/text").asText())
        .isEqualTo("\uFFFD[31m<b>\uFFFDevil\uFFFD\n\tend");
    assertThat(page.at("/records/0/base64").isNull()).isTrue();
    assertThat(page.at("/next").isNull()).isTrue();
  }

  @Test
  void pagesFollowEachOtherAndReasonsFilter() {
    JsonNode first = Http.json(get("/api/v1/rejected?limit=1&reason=malformed_json"));
    JsonNode second =
        Http.json(
            get(
                "/api/v1/rejected?limit=1&reason=malformed_json&cursor="
                    + first.at("/next").asText()));

    assertThat(first.at("/records/0/place").asText()).isEqualTo("0/2");
    assertThat(second.at("/records")).hasSize(1);
    assertThat(second.at("/records/0/place").asText()).isEqualTo("0/0");
    assertThat(second.at("/next").isNull()).isTrue();
  }

  @Test
  void oneRecordComesWithItsBytes() {
    JsonNode record = Http.json(get("/api/v1/rejected/0/2"));

    assertThat(Base64.getDecoder().decode(record.at("/base64").asText()))
        .isEqualTo(ESCAPES.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aRecordIsSentAgainOnlyAsJsonAndFromOurOwnPage() {
    String replay = fixture.url("/api/v1/rejected/0/1/replay");

    HttpResponse<String> form = Http.post(replay, "", "Content-Type", "text/plain");
    HttpResponse<String> foreign =
        Http.post(
            replay, "{}", "Content-Type", "application/json", "Origin", "http://evil.example");
    HttpResponse<String> ours =
        Http.post(replay, "{}", "Content-Type", "application/json; charset=utf-8");

    assertThat(form.statusCode()).isEqualTo(415);
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(ours.statusCode()).isEqualTo(202);
    assertThat(Http.json(ours).at("/sent/topic").asText()).isEqualTo("news.articles");
    assertThat(Http.json(ours).at("/replayOf").asText()).isEqualTo("0/1");
    assertThat(fixture.rejected.replayed).containsExactly(new RejectedPlace(0, 1));
  }

  @Test
  void bytesThatAreGoneAreAConflict() {
    fixture.rejected.bytesLost = true;

    HttpResponse<String> answer =
        Http.post(
            fixture.url("/api/v1/rejected/0/1/replay"), "{}", "Content-Type", "application/json");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(Http.json(answer).at("/message").asText()).contains("first bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/rejected?reason=bad, 400, reason",
    "/api/v1/rejected?cursor=x, 400, cursor",
    "/api/v1/rejected?limit=201, 400, limit",
    "/api/v1/rejected/0/99, 404, offset",
    "/api/v1/rejected/a/b, 404, offset",
  })
  void errorsNameWhatIsWrong(String path, int status, String field) {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(Http.json(answer).at("/field").asText()).isEqualTo(field);
  }

  private HttpResponse<String> get(String path) {
    return Http.get(fixture.url(path));
  }
}
