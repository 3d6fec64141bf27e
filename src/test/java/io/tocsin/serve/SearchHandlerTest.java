package io.tocsin.serve;

import static io.tocsin.serve.LiveViewFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.model.Field;
import io.tocsin.model.FieldSpan;
import io.tocsin.model.SubjectRef;
import io.tocsin.model.TaggedArticle;
import io.tocsin.serve.search.SearchQuestion;
import io.tocsin.serve.search.SearchState;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Searches over real HTTP, in each of their forms. */
class SearchHandlerTest {
  private static final SubjectRef PORT = SubjectRef.of("place/port-sarn", "Port Sarn");

  private LiveViewFixture fixture;

  @BeforeEach
  void start() {
    fixture = new LiveViewFixture();
    fixture.search.add(
        article("a1", "Fire in Port Sarn", "Smoke over the harbour at dawn."),
        new FieldSpan(Field.BODY, 15, 22));
    fixture.search.add(article("a2", "=HYPERLINK(\"http://evil.example\")", "Nothing <b>."));
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void resultsAreMarkedWhereTheQueryMatchedAndSayHowFarTheIndexIs() {
    fixture.search.state = new SearchState("reading", 2, 4_096, 17, NOON);

    JsonNode page = search("q=harbour&limit=1");

    assertThat(page.at("/articles")).hasSize(1);
    assertThat(page.at("/articles/0/titleMarks")).isEmpty();
    assertThat(page.at("/articles/0/snippetMarks/0/start").asInt()).isEqualTo(15);
    assertThat(page.at("/articles/0/snippetMarks/0/how").asText()).isEqualTo("search");
    assertThat(page.at("/index/behind").asLong()).isEqualTo(17);
    assertThat(page.at("/index/indexedUntil").asText()).isEqualTo("2026-03-14T12:00:00Z");
    JsonNode next = search("q=harbour&limit=1&cursor=" + page.at("/next").asText());
    assertThat(next.at("/articles/0/id").asText()).isEqualTo("a2");
    assertThat(next.at("/next").isNull()).isTrue();
  }

  @Test
  void allParametersReachTheSearch() {
    search("q=a+AND+b&from=2026-03-14&to=2026-03-15T10:00:00Z&subject=place/a&subject=place/b");

    SearchQuestion asked = fixture.search.asked.get(0);
    assertThat(asked.from()).isEqualTo(Instant.parse("2026-03-14T00:00:00Z"));
    assertThat(asked.to()).isEqualTo(Instant.parse("2026-03-15T10:00:00Z"));
    assertThat(asked.subjects()).containsExactly("place/a", "place/b");
    assertThat(asked.query()).isNotNull();
    assertThat(asked.limit()).isEqualTo(50);
  }

  @Test
  void aQueryThatCannotBeReadIsAnsweredWithThePlace() {
    HttpResponse<String> answer = get("q=" + encoded("(fire AND port"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Http.json(answer).at("/field").asText()).isEqualTo("q");
    assertThat(Http.json(answer).at("/position").asInt()).isZero();
    assertThat(Http.json(answer).at("/message").asText()).contains("not closed");
    assertThat(Http.json(get("q=" + encoded("fire port"))).at("/position").asInt()).isEqualTo(5);
  }

  @Test
  void cellsThatASpreadsheetWouldRunAreDisarmed() {
    HttpResponse<String> table = get("q=fire&format=csv");

    assertThat(table.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
    assertThat(table.headers().firstValue("Content-Disposition")).isPresent();
    assertThat(table.body().lines().toList().get(0)).startsWith("eventTime,publisher");
    assertThat(table.body())
        .contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\"")
        .contains("\"Fire in Port Sarn\"");
  }

  @ParameterizedTest
  @CsvSource({"=1", "+1", "-1", "@a", "' =1'", "'\t=1'", "＝1"})
  void everyBeginningOfAFormulaIsDisarmed(String title) {
    fixture.search.hits.clear();
    fixture.search.add(article("a3", title, "Text."));

    assertThat(get("q=fire&format=csv").body()).contains("\"'" + title + "\"");
  }

  @Test
  void linesAreOneArticleEach() {
    HttpResponse<String> lines = get("q=fire&format=ndjson&limit=1");

    assertThat(lines.body().lines()).hasSize(1);
    assertThat(lines.headers().firstValue(SearchFormat.NEXT)).isPresent();
  }

  @Test
  void feedIsWellFormedAndHoldsNoForeignMarkupOrLink() throws Exception {
    TaggedArticle plain = article("a4", "</title><script>\u0007 & co", "Nothing <b>.");
    fixture.search.add(
        LiveViewFixture.with(plain, "javascript:alert(1)", "Paper", NOON, Set.of(), List.of()));

    HttpResponse<String> feed = get("q=" + encoded("\"fire\" OR smoke") + "&format=rss");

    Document document =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(feed.body())));
    assertThat(document.getElementsByTagName("item").getLength()).isEqualTo(3);
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(document.getElementsByTagName("title").item(3).getTextContent())
        .isEqualTo("</title><script>\uFFFD & co");
    assertThat(document.getElementsByTagName("description").item(3).getTextContent())
        .isEqualTo("Nothing &lt;b&gt;.");
    assertThat(feed.body()).doesNotContain("javascript:");
    assertThat(document.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("Tocsin: \"fire\" OR smoke");
  }

  @ParameterizedTest
  @CsvSource({
    "q=a&limit=1001, limit",
    "q=a&from=yesterday, from",
    "q=a&to=2026-13-01, to",
    "q=a&from=P200000000000D, from",
    "q=a&from=999999999999d, from",
    "q=a&cursor=!, cursor",
    "q=a&cursor=YWJj, cursor",
    "format=xml, format",
  })
  void errorsNameWhatIsWrong(String query, String field) {
    HttpResponse<String> answer = get(query);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Http.json(answer).at("/field").asText()).isEqualTo(field);
    assertThat(Http.json(answer).has("position")).isFalse();
  }

  private static TaggedArticle article(String id, String title, String body) {
    return LiveViewFixture.article(id, title, body, PORT, "Port Sarn");
  }

  private JsonNode search(String query) {
    return Http.json(get(query));
  }

  private HttpResponse<String> get(String query) {
    return Http.get(fixture.url("/api/v1/articles?" + query));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
