package io.tocsin.tag.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.model.Article;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scans of real articles, where the environment names their folder, and of texts made to hurt. */
class ScanArticlesTest {
  private static final int SIZE = 1_000_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reuters-1987-spring.jsonl.gz",
        "fulltext-6000.jsonl.gz",
        "headlines-2022.jsonl.gz"
      })
  void realArticlesAreReadAsTheSpecificationSays(String file) throws IOException {
    // Given
    String folder = System.getenv("TOCSIN_DATA");
    assumeTrue(folder != null, "TOCSIN_DATA is not set: it must name the folder of " + file);
    Scan scan = new Scan();
    ObjectMapper json = new ObjectMapper();
    int read = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Path.of(folder, file))),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode article = json.readTree(line);

        // When
        scan.read(article(article.path("title").asText(), article.path("body").asText()));

        // Then
        ScanTest.assertAsSpecified(scan, file + ", line " + ++read);
      }
    }
    assertThat(read).isGreaterThan(1_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a ",
        "U.",
        "a's'",
        "'",
        "`",
        "\u0301",
        "a\u0301\u0327\u0345",
        "\u0915\u0901\u0902",
        "ﷺ",
        "\uD800",
        "𝐊",
        "\0",
        "a\u200B",
        "U.\u200B",
        "中",
        "김",
        "l'",
        "é",
        "\u202Ea",
        "a's\u200B\u200B\u200B"
      })
  void aMegabyteOfOneThingIsReadAsTheSpecificationSaysAndInBoundedTime(String unit) {
    // Given
    Article article = article("", unit.repeat(SIZE / unit.length()));
    Scan scan = new Scan();

    // When
    assertTimeout(Duration.ofSeconds(5), () -> scan.read(article));

    // Then
    ScanTest.assertAsSpecified(scan, "repeated " + unit);
  }

  private static Article article(String title, String body) {
    return new Article(null, null, null, title, null, body, null, null, List.of(), null, null);
  }
}
