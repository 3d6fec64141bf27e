package io.tocsin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Real articles to measure on, from the folder that the environment names. */
final class Texts {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Texts() {}

  /**
   * The first articles of a gzipped NDJSON file of the data folder.
   *
   * @param file its name, such as {@code reuters-1987-spring.jsonl.gz}
   * @param most how many at most
   * @throws IllegalStateException when {@code TOCSIN_DATA} is not set
   */
  static List<JsonNode> articles(String file, int most) {
    String folder = System.getenv("TOCSIN_DATA");
    if (folder == null) {
      throw new IllegalStateException(
          "TOCSIN_DATA is not set: it must name the folder that holds " + file);
    }
    List<JsonNode> articles = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Path.of(folder, file))),
                StandardCharsets.UTF_8))) {
      String line;
      while (articles.size() < most && (line = lines.readLine()) != null) {
        articles.add(JSON.readTree(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return articles;
  }
}
