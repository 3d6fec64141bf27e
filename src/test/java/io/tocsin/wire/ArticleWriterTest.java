package io.tocsin.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Article;
import io.tocsin.model.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written is read back, and holds nothing but what the article has. */
class ArticleWriterTest {
  @Test
  void onlyTheFieldsThatTheArticleHasAreWritten() {
    // Given
    Article article =
        new Article(
            null,
            null,
            null,
            "T",
            null,
            null,
            null,
            Instant.parse("2023-11-06T00:00:00Z"),
            List.of(),
            null,
            null);

    // When
    String json = new String(ArticleWriter.bytes(article), StandardCharsets.UTF_8);

    // Then
    assertThat(json).isEqualTo("{\"title\":\"T\",\"publishedAt\":\"2023-11-06T00:00:00Z\"}");
  }

  @Test
  void theReaderReadsBackWhatWasWritten() {
    // Given
    Article article =
        new Article(
            "i",
            "https://news.example/",
            "s",
            "T \uD83D\uDE00 \"q\"",
            "S",
            "B\n\tb\\",
            "en",
            Instant.parse("2023-11-06T09:30:00.5Z"),
            List.of("a", "b"),
            "w",
            "d");

    // When
    Outcome<Received> outcome = new ArticleReader().read(ArticleWriter.bytes(article));

    // Then
    assertThat(outcome).isEqualTo(Outcome.accepted(new Received(article, false)));
  }

  @Test
  void aLoneSurrogateIsWrittenAsItsEscapeAndRepairedOnReading() {
    // Given
    Article article =
        new Article(null, null, null, "a\uD800", null, null, null, null, List.of(), null, null);

    // When
    byte[] json = ArticleWriter.bytes(article);

    // Then
    assertThat(Utf8.firstInvalid(json)).isEqualTo(-1);
    Article repaired =
        new Article(null, null, null, "a\uFFFD", null, null, null, null, List.of(), null, null);
    assertThat(new ArticleReader().read(json))
        .isEqualTo(Outcome.accepted(new Received(repaired, false)));
  }
}
