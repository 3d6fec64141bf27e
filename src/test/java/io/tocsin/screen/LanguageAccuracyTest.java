package io.tocsin.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Right, silent and wrong answers on 190 invented sentences and headlines in 19 languages. */
class LanguageAccuracyTest {

  @Test
  void nearlyAllSentencesAreToldAndHardlyAnyWrongly(TestReporter reporter) throws IOException {
    // Given
    LanguageDetector detector = new LanguageDetector(List.of());
    Map<String, Integer> right = new TreeMap<>();
    int all = 0;
    int wrong = 0;

    // When
    for (String line : lines()) {
      String language = line.substring(0, 2);
      String answer = detector.detect(line.substring(3));
      all++;
      right.merge(language, language.equals(answer) ? 1 : 0, Integer::sum);
      wrong += answer != null && !language.equals(answer) ? 1 : 0;
    }

    // Then
    int told = right.values().stream().mapToInt(Integer::intValue).sum();
    reporter.publishEntry(
        "languages", right + ", told " + told + " of " + all + ", wrong " + wrong);
    assertThat((double) told / all).isGreaterThan(0.93);
    assertThat((double) wrong / all).isLessThan(0.03);
  }

  private static List<String> lines() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    LanguageAccuracyTest.class.getResourceAsStream("languages.txt")),
                StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }
}
