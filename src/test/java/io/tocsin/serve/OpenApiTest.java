package io.tocsin.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.tocsin.ingest.IntakeAnswer;
import io.tocsin.ingest.feed.FeedStatus;
import io.tocsin.model.Alert;
import io.tocsin.model.Article;
import io.tocsin.model.Delivery;
import io.tocsin.model.Evidence;
import io.tocsin.model.Reason;
import io.tocsin.model.SubjectRef;
import io.tocsin.serve.rejected.RejectedRecord;
import io.tocsin.serve.rejected.RejectedRecords;
import io.tocsin.serve.rejected.RejectedView;
import io.tocsin.serve.search.SearchState;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds {@code openapi.yaml} to the server: a path, a method, a field or a word that one of them
 * has and the other has not is a failure.
 */
class OpenApiTest {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

  /** The record that each schema describes. */
  private static final Map<String, Class<?>> RECORDS =
      Map.ofEntries(
          Map.entry("Problem", Problem.class),
          Map.entry("IntakeAnswer", IntakeAnswer.class),
          Map.entry("IntakeItem", IntakeAnswer.Item.class),
          Map.entry("NewArticle", Article.class),
          Map.entry("Article", ArticleView.class),
          Map.entry("Marked", ArticleView.Marked.class),
          Map.entry("Hit", ArticleView.Hit.class),
          Map.entry("NewestArticles", ArticlesHandler.Page.class),
          Map.entry("SearchResults", SearchHandler.Results.class),
          Map.entry("SearchState", SearchState.class),
          Map.entry("TopList", TopList.class),
          Map.entry("TopEntry", TopList.Entry.class),
          Map.entry("SeriesView", SeriesView.class),
          Map.entry("Point", SeriesView.Point.class),
          Map.entry("AlertPage", AlertsHandler.Page.class),
          Map.entry("Episode", AlertHandler.Episode.class),
          Map.entry("Alert", Alert.class),
          Map.entry("Evidence", Evidence.class),
          Map.entry("SubjectRef", SubjectRef.class),
          Map.entry("WatchlistSummary", WatchlistHandler.Summary.class),
          Map.entry("RejectedPage", RejectedHandler.Answer.class),
          Map.entry("Rejected", RejectedView.class),
          Map.entry("Origin", RejectedRecord.Origin.class),
          Map.entry("Replayed", ReplayHandler.Answer.class),
          Map.entry("DeliveryPage", DeliveriesHandler.Page.class),
          Map.entry("Delivery", Delivery.class),
          Map.entry("Sources", SourcesHandler.Sources.class),
          Map.entry("Feed", FeedStatus.class),
          Map.entry("Sent", RejectedRecords.Sent.class),
          Map.entry("Beat", Pulse.Beat.class),
          Map.entry("Health", HealthzHandler.Health.class));

  private static JsonNode api;
  private static LiveViewFixture fixture;

  @BeforeAll
  static void start() throws IOException {
    try (InputStream yaml = OpenApiTest.class.getResourceAsStream(OpenApiHandler.RESOURCE)) {
      api = new YAMLMapper().readTree(Objects.requireNonNull(yaml));
    }
    fixture = new LiveViewFixture();
    fixture.rejected.add("no_text", "{}", null);
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @Test
  void everyRouteIsDescribedAndEveryDescriptionIsServed() {
    Set<String> served = new TreeSet<>();
    for (String route : fixture.server.routes()) {
      String path = route.substring(route.indexOf(' ') + 1);
      if (!path.startsWith(Assets.PREFIX) && !Set.of("/", "/favicon.ico").contains(path)) {
        served.add(route);
      }
    }
    Set<String> described = new TreeSet<>();
    api.at("/paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method -> {
                          if (METHODS.contains(method)) {
                            described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                          }
                        }));

    assertThat(described).isEqualTo(served);
  }

  @Test
  void itIsServedAsItStands() throws IOException {
    HttpResponse<String> answer = Http.get(fixture.url("/api/v1/openapi.yaml"));

    assertThat(new YAMLMapper().readTree(answer.body())).isEqualTo(api);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("application/yaml; charset=utf-8");
  }

  @Test
  void everyReferenceLeadsSomewhereAndEveryOperationHasANameOfItsOwn() {
    List<String> missing = new ArrayList<>();
    for (String reference : api.findValuesAsText("$ref")) {
      if (api.at(reference.substring(1)).isMissingNode()) {
        missing.add(reference);
      }
    }
    assertThat(missing).isEmpty();
    assertThat(api.at("/paths").findValuesAsText("operationId"))
        .hasSize(fixture.server.routes().stream().filter(OpenApiTest::isDescribed).toList().size())
        .doesNotHaveDuplicates();
  }

  @Test
  void everySchemaOfAnObjectIsThatOfARecord() {
    Set<String> objects = new TreeSet<>();
    api.at("/components/schemas")
        .properties()
        .forEach(
            schema -> {
              if (schema.getValue().path("type").asText().equals("object")) {
                objects.add(schema.getKey());
              }
            });

    assertThat(objects).isEqualTo(new TreeSet<>(RECORDS.keySet()));
    assertThat(words(api.at("/components/schemas/Reason/enum"))).isEqualTo(words(Reason.class));
  }

  static Stream<String> schemas() {
    return RECORDS.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void everyFieldIsDescribedWithItsWords(String name) {
    JsonNode schema = api.at("/components/schemas/" + name);
    Set<String> fields = new TreeSet<>();
    for (RecordComponent component :
        Objects.requireNonNull(RECORDS.get(name)).getRecordComponents()) {
      fields.add(component.getName());
      JsonNode words = schema.at("/properties/" + component.getName() + "/enum");
      if (component.getType().isEnum() && !words.isMissingNode()) {
        assertThat(words(words)).as(component.getName()).isEqualTo(words(component.getType()));
      }
    }
    Set<String> described = new TreeSet<>();
    schema.path("properties").fieldNames().forEachRemaining(described::add);
    Set<String> required = words(schema.path("required"));

    assertThat(described).isEqualTo(fields);
    assertThat(described).containsAll(required);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/articles, NewestArticles",
    "/api/v1/articles?q=fire, SearchResults",
    "/api/v1/top, TopList",
    "/api/v1/alerts, AlertPage",
    "/api/v1/watchlist, WatchlistSummary",
    "/api/v1/rejected, RejectedPage",
    "/api/v1/rejected/0/0, Rejected",
    "/api/v1/sources, Sources",
    "/api/v1/deliveries, DeliveryPage",
    "/api/v1/alerts/none, Problem",
    "/healthz, Health",
  })
  void answersHaveWhatTheirSchemaRequires(String path, String schema) {
    JsonNode answer = Http.json(Http.get(fixture.url(path)));

    Set<String> fields = new TreeSet<>();
    answer.fieldNames().forEachRemaining(fields::add);
    assertThat(fields).isEqualTo(words(api.at("/components/schemas/" + schema + "/required")));
  }

  private static boolean isDescribed(String route) {
    return !route.contains(" " + Assets.PREFIX) && !route.endsWith(" /") && !route.endsWith(".ico");
  }

  private static Set<String> words(JsonNode list) {
    Set<String> words = new TreeSet<>();
    list.forEach(word -> words.add(word.asText()));
    return words;
  }

  private static Set<String> words(Class<?> type) {
    Set<String> words = new TreeSet<>();
    Arrays.stream(type.getEnumConstants())
        .forEach(value -> words.add(((Enum<?>) value).name().toLowerCase(Locale.ROOT)));
    return words;
  }
}
