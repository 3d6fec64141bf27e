package io.tocsin.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.settings.Secret;
import io.tocsin.settings.Settings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in: hosts, origins, tokens, and what every answer says about the page. */
class GuardTest {
  private static final String JSON = "application/json";

  @Test
  void anOpenAddressWithoutATokenIsRefusedAtTheStart() {
    assertThatThrownBy(() -> new Guard(new Settings.Http("0.0.0.0", 0, null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("http.token");
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, 200",
    "127.0.0.1:1234, 200",
    "[::1]:99, 200",
    "LOCALHOST:80, 200",
    "evil.example, 403",
    "127.0.0.1.evil.example, 403",
    "localhost.evil.example:80, 403"
  })
  void onlyKnownHostNamesAreServed(String host, int status) {
    try (LiveViewFixture fixture = new LiveViewFixture()) {
      String answer =
          Http.raw(
              fixture.server.port(),
              "GET /api/v1/top HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

      assertThat(answer).startsWith("HTTP/1.1 " + status);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "http://localhost:1"})
  void pagesOfOtherSitesCannotPublish(String origin) {
    try (LiveViewFixture fixture = new LiveViewFixture()) {
      var answer =
          Http.post(fixture.url("/api/v1/articles"), "{}", "Content-Type", JSON, "Origin", origin);

      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(fixture.accepted).isEmpty();
    }
  }

  @Test
  void aCrossSiteFetchCannotPublishButTheOwnPageCan() {
    try (LiveViewFixture fixture = new LiveViewFixture()) {
      String url = fixture.url("/api/v1/articles");
      String own = fixture.url("");

      var cross = Http.post(url, "{}", "Content-Type", JSON, "Sec-Fetch-Site", "cross-site");
      var same =
          Http.post(
              url, "{}", "Content-Type", JSON, "Sec-Fetch-Site", "same-origin", "Origin", own);

      assertThat(cross.statusCode()).isEqualTo(403);
      assertThat(same.statusCode()).isEqualTo(202);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "application/jsonx",
        "text/plain; charset=application/json"
      })
  void whatAFormCanSendIsNotTaken(String type) {
    try (LiveViewFixture fixture = new LiveViewFixture()) {
      var answer = Http.post(fixture.url("/api/v1/articles"), "{}", "Content-Type", type);

      assertThat(answer.statusCode()).isEqualTo(415);
      assertThat(fixture.accepted).isEmpty();
    }
  }

  @Test
  void withATokenSetOnlyPageAndProbesAreOpen() {
    Settings.Http http = new Settings.Http("127.0.0.1", 0, new Secret("s3cret-canary"));
    try (LiveViewFixture fixture =
        new LiveViewFixture(http, new EventHub(), Duration.ofSeconds(15))) {
      assertThat(Http.get(fixture.url("/")).statusCode()).isEqualTo(200);
      assertThat(Http.get(fixture.url("/livez")).statusCode()).isEqualTo(200);
      assertThat(Http.get(fixture.url("/assets/app.js")).statusCode()).isEqualTo(200);
      for (String path :
          new String[] {"/metrics", "/healthz", "/api/v1/articles", "/api/v1/stream"}) {
        var bare = Http.get(fixture.url(path));
        String wrong = withToken(fixture, path, "s3cret-canarY");
        assertThat(bare.statusCode()).as(path).isEqualTo(401);
        assertThat(wrong).as(path).startsWith("HTTP/1.1 401");
        assertThat(bare.body() + wrong).doesNotContainIgnoringCase("canary");
      }
      assertThat(withToken(fixture, "/metrics", "s3cret-canary"))
          .startsWith("HTTP/1.1 200")
          .doesNotContain("canary");
    }
  }

  /** By hand: sent with the JDK's client after a 401, the right token was answered with 401 too. */
  private static String withToken(LiveViewFixture fixture, String path, String token) {
    return Http.raw(
        fixture.server.port(),
        "GET "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
            + token
            + "\r\n\r\n");
  }

  @Test
  void everyAnswerCarriesTheSecurityHeaders() {
    try (LiveViewFixture fixture = new LiveViewFixture()) {
      for (String path : new String[] {"/", "/nothing", "/api/v1/top", "/api/v1/top?limit=x"}) {
        var headers = Http.get(fixture.url(path)).headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
            .as(path)
            .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
            .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).as(path).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).as(path).hasValue("no-referrer");
        assertThat(headers.firstValue("Server")).as(path).isEmpty();
      }
    }
  }
}
