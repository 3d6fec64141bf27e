package io.tocsin.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Outcome;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The public JSON test suite at the door; skipped where TOCSIN_DATA does not name the folder that
 * holds it.
 */
class JsonTestSuiteTest {
  @Test
  void everyFileIsAnsweredAndOnlyAWellFormedObjectWithATitleIsAnArticle() throws IOException {
    // Given
    Map<String, byte[]> files = JsonTestSuite.files();
    ArticleReader reader = new ArticleReader();

    // When
    Map<String, Outcome<Received>> outcomes = new LinkedHashMap<>();
    files.forEach((name, bytes) -> outcomes.put(name, reader.read(bytes)));

    // Then
    assertThat(outcomes).hasSize(318);
    assertThat(outcomes.keySet()).anyMatch(name -> name.contains("/n_"));
    assertThat(outcomes)
        .allSatisfy(
            (name, outcome) -> {
              boolean article = JsonTestSuite.isArticle(name, files);
              assertThat(outcome)
                  .as(name)
                  .isInstanceOf(article ? Outcome.Accepted.class : Outcome.Refused.class);
            });
  }
}
