package io.tocsin.tag.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.tag.text.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Recall and false pairs on 6,000 real articles and edited copies of 1,000 of them; the articles
 * lie outside the project, in the folder that TOCSIN_DATA names.
 */
class NearDuplicatesTest {
  private static final int COPIES = 1_000;
  private static final double[] RECALL = {1.0, 0.999, 0.99, 0.7};

  private final Signed signed = new Signed();

  @Test
  void copiesAreFoundAndNoOtherArticleIsTakenForOne(TestReporter reporter) throws IOException {
    // Given
    List<String> bodies = bodies();
    List<String> signatures = bodies.stream().map(signed::body).toList();
    Map<Integer, List<Integer>> table = new HashMap<>();
    for (int i = 0; i < signatures.size(); i++) {
      for (int key : Signatures.bands(signatures.get(i))) {
        table.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
      }
    }
    EditedCopies copies = new EditedCopies(7);
    Random random = new Random(3);

    for (int level = 0; level < EditedCopies.LEVELS; level++) {
      // When
      int found = 0;
      int wrong = 0;
      int close = 0;
      int closeFound = 0;
      for (int n = 0; n < COPIES; n++) {
        int original = random.nextInt(bodies.size());
        String copy = copies.copy(bodies.get(original), level);
        Set<Integer> alike = alike(signed.body(copy), signatures, table);
        found += alike.contains(original) ? 1 : 0;
        wrong += wrong(alike, original, copy, bodies);
        if (EditedCopies.jaccard(Words.folded(copy), Words.folded(bodies.get(original))) >= 0.8) {
          close++;
          closeFound += alike.contains(original) ? 1 : 0;
        }
      }

      // Then
      reporter.publishEntry(
          "level " + level,
          "found " + found + " of " + COPIES + ", wrong " + wrong + ", close " + close);
      assertThat((double) found / COPIES).isGreaterThanOrEqualTo(RECALL[level]);
      assertThat(wrong).isZero();
      assertThat(closeFound).isGreaterThanOrEqualTo((int) Math.ceil(0.99 * close));
    }
  }

  /** All pairs of articles that the signature takes for one story share at least a fifth. */
  @Test
  void noPairOfDifferentArticlesIsTakenForOneStory(TestReporter reporter) throws IOException {
    // Given
    List<String> bodies = bodies();
    List<String> signatures = bodies.stream().map(signed::body).toList();
    Map<Integer, List<Integer>> table = new HashMap<>();
    int pairs = 0;
    int wrong = 0;

    // When
    for (int i = 0; i < bodies.size(); i++) {
      Set<Integer> alike = alike(signatures.get(i), signatures, table);
      pairs += alike.size();
      wrong += wrong(alike, i, bodies.get(i), bodies);
      for (int key : Signatures.bands(signatures.get(i))) {
        table.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
      }
    }

    // Then
    reporter.publishEntry("pairs alike", pairs + ", wrong " + wrong);
    assertThat(pairs).isPositive();
    assertThat(wrong).isZero();
  }

  private static Set<Integer> alike(
      String signature, List<String> signatures, Map<Integer, List<Integer>> table) {
    Set<Integer> alike = new HashSet<>();
    for (int key : Signatures.bands(signature)) {
      for (int candidate : table.getOrDefault(key, List.of())) {
        if (Signatures.estimate(signature, signatures.get(candidate)) >= Signatures.SAME_STORY) {
          alike.add(candidate);
        }
      }
    }
    return alike;
  }

  private static int wrong(Set<Integer> alike, int original, String text, List<String> bodies) {
    int wrong = 0;
    for (int other : alike) {
      boolean same =
          other == original
              || EditedCopies.jaccard(Words.folded(text), Words.folded(bodies.get(other))) >= 0.2;
      wrong += same ? 0 : 1;
    }
    return wrong;
  }

  private static List<String> bodies() throws IOException {
    String folder = System.getenv("TOCSIN_DATA");
    assumeTrue(folder != null, "TOCSIN_DATA is not set: the articles are not at hand");
    ObjectMapper json = new ObjectMapper();
    List<String> bodies = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Files.newInputStream(Path.of(folder, "fulltext-6000.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
      String line;
      while ((line = lines.readLine()) != null) {
        bodies.add(json.readTree(line).path("body").asText());
      }
    }
    return bodies;
  }
}
