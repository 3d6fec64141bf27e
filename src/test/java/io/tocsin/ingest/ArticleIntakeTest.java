package io.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tocsin.ingest.IntakeAnswer.Fate;
import io.tocsin.ingest.IntakeAnswer.Item;
import io.tocsin.model.Reason;
import io.tocsin.wire.ArticleReader;
import io.tocsin.wire.Json;
import io.tocsin.wire.JsonTestSuite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answers to requests that bring articles, item by item. */
class ArticleIntakeTest {
  private static final String A = "{\"id\":\"a\",\"title\":\"Ä\"}";
  private static final String B = "{\"id\":\"b\", \"body\":\"B\"}";

  private final List<String> published = new ArrayList<>();
  private Function<String, CompletableFuture<Void>> cluster =
      id -> CompletableFuture.completedFuture(null);

  @Test
  void anObjectIsAcceptedAndPublishedAsItCame() {
    // When
    IntakeAnswer answer = accept(" " + A, "application/json; charset=utf-8");

    // Then
    assertThat(answer).isEqualTo(new IntakeAnswer(202, null, List.of(accepted(0, "a"))));
    assertThat(published).containsExactly("a " + " " + A);
  }

  @Test
  void anArrayIsAnsweredItemByItemAndRefusedOnesAreNotPublished() {
    // When
    IntakeAnswer answer = accept("\uFEFF[" + A + ", 12,\n{\"title\":3}, " + B + " ]", null);

    // Then
    assertThat(answer.status()).isEqualTo(207);
    assertThat(answer.items()).extracting(Item::index).containsExactly(0, 1, 2, 3);
    assertThat(answer.items())
        .extracting(Item::status)
        .containsExactly(Fate.ACCEPTED, Fate.REJECTED, Fate.REJECTED, Fate.ACCEPTED);
    assertThat(answer.items())
        .extracting(Item::reason)
        .containsExactly(null, Reason.NOT_AN_OBJECT, Reason.INVALID_FIELD, null);
    assertThat(answer.items().get(2).field()).isEqualTo("title");
    assertThat(published).containsExactly("a " + A, "b " + B);
  }

  @Test
  void linesStandEachForThemselves() {
    // When
    IntakeAnswer answer = accept(A + "\r\n\n{broken\n" + B, "application/x-ndjson");

    // Then
    assertThat(answer.status()).isEqualTo(207);
    assertThat(answer.items())
        .extracting(Item::status)
        .containsExactly(Fate.ACCEPTED, Fate.REJECTED, Fate.ACCEPTED);
    assertThat(published).containsExactly("a " + A, "b " + B);
  }

  @Test
  void anArrayThatIsNotWellFormedIsRefusedWholeAndNothingIsPublished() {
    for (String body :
        List.of(
            "[" + A + ",]", "[" + A, "[" + A + "] x", "[" + A + " " + B + "]", "[" + A + "][]")) {
      // When
      IntakeAnswer answer = accept(body, "application/json");

      // Then
      assertThat(answer.status()).as(body).isEqualTo(400);
      assertThat(answer.items()).extracting(Item::reason).containsExactly(Reason.MALFORMED_JSON);
    }
    assertThat(published).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | application/json | 400",
        "'\n \n' | application/x-ndjson | 400",
        "[] | application/json | 400",
        "{ | application/json | 400",
        "<html> | application/json | 400",
        "null | application/json | 422",
        "[null, 1] | application/json | 422",
        "{\"title\":1} | application/json | 422",
        "{\"title\":\"\"} | application/json | 422",
        "{\"a\":1,\"a\":2} | application/json | 422",
        "title=x | application/x-www-form-urlencoded | 415",
        "{\"title\":\"x\"} | application/ninjs+json | 202",
        "{\"title\":\"x\"} | '' | 202"
      })
  void theStatusSaysWhatIsWrong(String body, String contentType, int status) {
    // When
    IntakeAnswer answer = accept(body, contentType);

    // Then
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.message() == null).isEqualTo(status == 202);
    assertThat(published).hasSize(status == 202 ? 1 : 0);
  }

  @Test
  void bodiesAndItemsBeyondTheLimitsAreTooLarge() {
    assertThat(accept("x".repeat(ArticleIntake.MAX_BODY_BYTES + 1), null).status()).isEqualTo(413);
    assertThat(accept("{\"title\":\"" + "x".repeat(Json.MAX_BYTES) + "\"}", null).status())
        .isEqualTo(413);
    assertThat(accept("[" + "[".repeat(100_000), null).status()).isBetween(400, 422);
    assertThat(
            accept("[{\"title\":\"" + "x".repeat(Json.MAX_BYTES) + "\"}," + A + "]", null).status())
        .isEqualTo(207);
  }

  @Test
  void whatTheClusterDoesNotTakeIsSaidToHaveFailed() {
    // Given
    cluster =
        id ->
            id.equals("a")
                ? CompletableFuture.failedFuture(new TimeoutException("gone"))
                : CompletableFuture.completedFuture(null);

    // When
    IntakeAnswer both = accept("[" + A + "," + B + "]", null);
    IntakeAnswer one = accept(A, null);

    // Then
    assertThat(both.status()).isEqualTo(207);
    assertThat(both.items()).extracting(Item::status).containsExactly(Fate.FAILED, Fate.ACCEPTED);
    assertThat(one.status()).isEqualTo(503);
  }

  @Test
  void aClusterThatDoesNotAnswerInTimeIsNotWaitedFor() {
    // Given
    cluster = id -> new CompletableFuture<>();

    // When
    IntakeAnswer answer = accept("[" + A + "," + B + "]", null);

    // Then
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.items()).allMatch(item -> item.status() == Fate.FAILED && item.id() != null);
  }

  @Test
  void theAnswerIsPlainJson() throws JsonProcessingException {
    // When
    String json = Json.MAPPER.writeValueAsString(accept("[" + A + ",1]", null));

    // Then
    assertThat(json)
        .isEqualTo(
            "{\"status\":207,\"message\":\"some items were not taken; see each\",\"items\":[{\"index\":0,\"id\":\"a\",\"status\":\"accepted\"},"
                + "{\"index\":1,\"status\":\"rejected\",\"reason\":\"not_an_object\",\"message\":\"the document is a number; send one JSON object per record\"}]}");
  }

  @Test
  void everyFileOfTheJsonTestSuiteIsAnsweredAndTheBrokenOnesAreRefused() throws IOException {
    // Given
    Map<String, byte[]> files = JsonTestSuite.files();
    ArticleIntake intake = intake();

    // When
    Map<String, IntakeAnswer> answers = new LinkedHashMap<>();
    files.forEach((name, bytes) -> answers.put(name, intake.accept(bytes, "application/json")));

    // Then
    assertThat(answers).hasSize(318);
    assertThat(answers)
        .allSatisfy(
            (name, answer) ->
                assertThat(answer.status() < 300)
                    .as("%s: %s", name, answer)
                    .isEqualTo(JsonTestSuite.isArticle(name, files)));
    assertThat(answers.values()).allMatch(answer -> answer.status() < 500);
  }

  private IntakeAnswer accept(String body, @Nullable String contentType) {
    return intake().accept(body.getBytes(StandardCharsets.UTF_8), contentType);
  }

  private ArticleIntake intake() {
    ArticleSender sender =
        (id, value) -> {
          published.add(id + " " + new String(value, StandardCharsets.UTF_8));
          return cluster.apply(id);
        };
    return new ArticleIntake(new ArticleReader(), sender, Duration.ofMillis(50));
  }

  private static Item accepted(int index, String id) {
    return new Item(index, id, Fate.ACCEPTED, null, null, null);
  }
}
