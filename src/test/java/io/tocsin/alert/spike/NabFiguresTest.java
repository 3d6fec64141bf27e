package io.tocsin.alert.spike;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.alert.spike.CountReplay.Episode;
import io.tocsin.alert.spike.CountReplay.Point;
import io.tocsin.fixtures.RealNews;
import io.tocsin.model.Condition.Spike;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The mention counts of the Numenta Anomaly Benchmark, one setting for all: what is shipped. */
class NabFiguresTest {

  @Test
  void shippedDefaultsReachTheFigures() throws IOException {
    // Given
    Path labels = RealNews.file("nab/windows.json");
    NabScore standard = new NabScore(0.11, 1);
    NabScore lowFalse = new NabScore(0.22, 1);
    NabScore lowMissed = new NabScore(0.11, 2);

    // When
    for (Map.Entry<String, JsonNode> series :
        new ObjectMapper().readTree(labels.toFile()).properties()) {
      List<Point> points = points(labels.resolveSibling(series.getKey() + ".gz"));
      long[] times = points.stream().mapToLong(point -> point.at().getEpochSecond()).toArray();
      List<long[]> spans = new ArrayList<>();
      for (JsonNode span : series.getValue()) {
        spans.add(
            new long[] {
              NabScore.second(span.get(0).asText()), NabScore.second(span.get(1).asText())
            });
      }
      List<Long> found =
          CountReplay.episodes(Spike.DEFAULT, Duration.ofDays(1), points).stream()
              .map(Episode::opened)
              .map(Instant::getEpochSecond)
              .toList();
      for (NabScore score : List.of(standard, lowFalse, lowMissed)) {
        score.add(times, spans, found);
      }
    }

    // Then
    System.out.printf("NAB: %s standard, %s low-FP, %s low-FN%n", standard, lowFalse, lowMissed);
    assertThat(standard.score()).isGreaterThanOrEqualTo(86);
    assertThat(lowFalse.score()).isGreaterThanOrEqualTo(78);
    assertThat(lowMissed.score()).isGreaterThanOrEqualTo(90);
  }

  private static List<Point> points(Path file) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .map(
              cells ->
                  new Point(
                      Instant.ofEpochSecond(NabScore.second(cells[0])),
                      Long.parseLong(cells[1]),
                      Duration.ofMinutes(5)))
          .toList();
    }
  }
}
