package io.tocsin.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tocsin.model.Outcome;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * The public JSON test suite at the door; skipped where TOCSIN_DATA does not name the folder that
 * holds it.
 */
class JsonTestSuiteTest {
  private static final int BLOCK = 512;

  @Test
  void everyFileIsAnsweredAndOnlyAWellFormedObjectWithATitleIsAnArticle() throws IOException {
    // Given
    String data = System.getenv("TOCSIN_DATA");
    assumeTrue(data != null, "TOCSIN_DATA is not set");
    Map<String, byte[]> files = untar(Path.of(data, "json-test-suite.tar.gz"));
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
              boolean article =
                  name.contains("/y_")
                      && new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8)
                          .startsWith("{\"title\":\"");
              assertThat(outcome)
                  .as(name)
                  .isInstanceOf(article ? Outcome.Accepted.class : Outcome.Refused.class);
            });
  }

  /**
   * Plain tar: a header of 512 bytes with name, octal length and type, then the content in whole
   * blocks.
   */
  private static Map<String, byte[]> untar(Path archive) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (InputStream in =
        new BufferedInputStream(new GZIPInputStream(Files.newInputStream(archive)))) {
      for (byte[] header = in.readNBytes(BLOCK);
          header.length == BLOCK && header[0] != 0;
          header = in.readNBytes(BLOCK)) {
        String name = text(header, 0, 100);
        int length = Integer.parseInt(text(header, 124, 12).strip(), 8);
        byte[] content = in.readNBytes(length);
        in.skipNBytes((BLOCK - length % BLOCK) % BLOCK);
        if (name.endsWith(".json")) {
          files.put(name, content);
        }
      }
    }
    return files;
  }

  private static String text(byte[] header, int from, int length) {
    String field = new String(header, from, length, StandardCharsets.UTF_8);
    int end = field.indexOf('\0');
    return end < 0 ? field : field.substring(0, end);
  }
}
