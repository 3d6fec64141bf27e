package io.tocsin.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.model.Article;
import io.tocsin.model.Field;
import io.tocsin.model.Outcome;
import io.tocsin.model.Reason;
import io.tocsin.model.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the door lets through and in which shape. The refused documents have a table of their own.
 */
class ArticleReaderTest {
  private final ArticleReader reader = new ArticleReader();

  @Test
  void everyFieldOfAnArticleIsRead() {
    // Given
    String json =
        """
        {"id": " a-1 ", "url": "https://news.example/a", "source": "Example", "title": "T", "summary": "S",
         "body": "B", "language": "en", "publishedAt": "2023-11-06T10:30:00+01:00", "authors": ["A", " ", "B"],
         "section": "world", "dateline": "Paris", "unknown": {"deep": [1, 2.5, true, null]}}""";

    // When
    Received received = accepted(json);

    // Then
    assertThat(received)
        .isEqualTo(
            new Received(
                new Article(
                    "a-1",
                    "https://news.example/a",
                    "Example",
                    "T",
                    "S",
                    "B",
                    "en",
                    Instant.parse("2023-11-06T09:30:00Z"),
                    List.of("A", "B"),
                    "world",
                    "Paris"),
                false));
  }

  @Test
  void emptyAndNullFieldsAreAbsent() {
    // When
    Article article =
        accepted(
                "{\"id\":\"\",\"url\":\" \",\"title\":\"T\",\"body\":\"  \\n\",\"publishedAt\":\"\",\"authors\":null,\"language\":null}")
            .article();

    // Then
    assertThat(article)
        .isEqualTo(
            new Article(null, null, null, "T", null, null, null, null, List.of(), null, null));
  }

  @Test
  void byteOrderMarkOfUtf8IsSkipped() {
    // When / Then
    assertThat(accepted("\uFEFF{\"title\":\"T\"}").article().title()).isEqualTo("T");
  }

  @ParameterizedTest
  @CsvSource({
    "2023-11-06T09:30:00Z, 2023-11-06T09:30:00Z",
    "2023-11-06t09:30:00z, 2023-11-06T09:30:00Z",
    "2023-11-06 09:30:00Z, 2023-11-06T09:30:00Z",
    "2023-11-06T09:30:00.123456789+05:30, 2023-11-06T04:00:00.123456789Z",
    "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
    "1969-12-31T23:59:59-12:00, 1970-01-01T11:59:59Z"
  })
  void timesAreRfc3339(String written, Instant time) {
    // When / Then
    assertThat(accepted("{\"title\":\"T\",\"publishedAt\":\"" + written + "\"}").article())
        .extracting(Article::publishedAt)
        .isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2023-11-06\"",
        "\"2023-11-06T09:30:00\"",
        "\"yesterday at noon, as usual\"",
        "\"2023-13-06T09:30:00Z\"",
        "\"+12023-11-06T09:30:00Z\"",
        "\"-0001-11-06T09:30:00Z\"",
        "\"Mon, 06 Nov 2023 09:30:00 GMT\"",
        "1699263000",
        "1699263000000",
        "1.9",
        "true",
        "[]"
      })
  void anyOtherTimeIsRefusedWithTheRightForm(String written) {
    // When
    Refusal refusal = refused("{\"title\":\"T\",\"publishedAt\":" + written + "}");

    // Then
    assertThat(refusal.reason()).isEqualTo(Reason.INVALID_FIELD);
    assertThat(refusal.field()).isEqualTo("publishedAt");
    assertThat(refusal.detail()).contains("RFC 3339", "2023-11-06T09:30:00Z");
  }

  @Test
  void fiveMegabytesOfTextAreCutToTheHeadBetweenCodePoints() {
    // Given
    String title = "Flood \uD83C\uDF0A";
    String body = "a" + "\uD83C\uDF0A".repeat(5 * 1_048_576 / 4);

    // When
    Received received = accepted("{\"title\":\"" + title + "\",\"body\":\"" + body + "\"}");

    // Then
    assertThat(received.truncated()).isTrue();
    assertThat(received.article().title()).isEqualTo(title);
    assertThat(body).startsWith(received.article().text(Field.BODY));
    assertThat(bytes(title) + bytes(received.article().text(Field.BODY)))
        .isBetween(1_048_576 - 3, 1_048_576);
  }

  @Test
  void textWithinTheLimitIsLeftAlone() {
    // Given
    String body = "é".repeat(50);

    // When
    Outcome<Received> kept = new ArticleReader(100).read(utf8("{\"body\":\"" + body + "\"}"));
    Outcome<Received> cut = new ArticleReader(99).read(utf8("{\"body\":\"" + body + "\"}"));
    Outcome<Received> titleOnly =
        new ArticleReader(2).read(utf8("{\"title\":\"ab\",\"body\":\"cd\"}"));

    // Then
    assertThat(value(kept)).isEqualTo(new Received(body(body), false));
    assertThat(value(cut)).isEqualTo(new Received(body("é".repeat(49)), true));
    assertThat(value(titleOnly).article().body()).isNull();
    assertThat(value(titleOnly).truncated()).isTrue();
  }

  @Test
  void aLimitOfNoTextIsAnError() {
    assertThatThrownBy(() -> new ArticleReader(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("articles.max.bytes");
  }

  @Test
  void loneSurrogatesControlsAndPiledMarksAreRepaired() {
    // When
    Article article =
        accepted(
                "{\"id\":\"k\\ud800\",\"title\":\"a\\ud800b\\u0000c\\u001bd\\r\\ne\\u202ef\",\"body\":\"Z"
                    + "\\u0301".repeat(40)
                    + "!\"}")
            .article();

    // Then
    assertThat(article.id()).isEqualTo("k\uFFFD");
    assertThat(article.title()).isEqualTo("a\uFFFDbcd\ne\u202Ef");
    assertThat(article.body()).isEqualTo("Z" + "\u0301".repeat(8) + "!");
  }

  @Test
  void noBytesMakeTheReaderThrow() {
    // Given
    long seed = 20_231_106;
    Random random = new Random(seed);
    byte[] sound =
        utf8(
            "{\"uri\":\"u\",\"title\":\"Tö\\ud83d\\ude00\",\"bodies\":[{\"value\":\"<p>x</p>\"}],\"publishedAt\":\"2023-11-06T09:30:00Z\",\"n\":[1e5,-0.1]}");
    int answers = 0;

    // When
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = round % 4 == 0 ? new byte[random.nextInt(40)] : sound.clone();
      int changes = round % 4 == 0 ? bytes.length : 1 + random.nextInt(3);
      for (int i = 0; i < changes; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Outcome<Received> outcome = reader.read(bytes);
      answers += outcome instanceof Outcome.Accepted || reason(outcome) != null ? 1 : 0;
    }

    // Then
    assertThat(answers).as("answers with seed %d", seed).isEqualTo(20_000);
  }

  private Received accepted(String json) {
    return value(reader.read(utf8(json)));
  }

  private Refusal refused(String json) {
    return ((Outcome.Refused<Received>) reader.read(utf8(json))).refusal();
  }

  private static Received value(Outcome<Received> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    return ((Outcome.Accepted<Received>) outcome).value();
  }

  private static @Nullable Reason reason(Outcome<Received> outcome) {
    return outcome instanceof Outcome.Refused<Received> refused ? refused.refusal().reason() : null;
  }

  private static Article body(String body) {
    return new Article(null, null, null, null, null, body, null, null, List.of(), null, null);
  }

  private static int bytes(@Nullable String text) {
    return text == null ? 0 : utf8(text).length;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
