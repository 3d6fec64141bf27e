package io.tocsin.cli.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.ingest.ArticleFiles;
import io.tocsin.model.Watchlist;
import io.tocsin.tag.Frequency;
import io.tocsin.tag.Watch;
import io.tocsin.wire.ArticleReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How often a watchlist finds something in articles of the past. */
class SurveyTest {

  private static final Watchlist WATCHLIST =
      Watch.list(
          Watch.subject("place/aa", "Aria"),
          Watch.subject("place/bb", "Bria"),
          Watch.subject("place/cc", "Cria"));

  @Test
  void everyArticleIsCountedOnceForEachSubjectInIt() throws IOException {
    // Given
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      String day = String.format("2024-03-%02dT12:00:00Z", 1 + i / 100);
      String text = i % 10 == 0 ? "In Aria, in Aria again, and in Bria." : "In Aria only.";
      lines.append("{\"body\":\"" + text + "\",\"publishedAt\":\"" + day + "\"}\n");
    }

    // When
    Estimate estimate = survey(lines.toString()).estimate();

    // Then
    assertThat(estimate.articles()).isEqualTo(1000);
    assertThat(estimate.days()).isCloseTo(9, within(1e-9));
    assertThat(estimate.first()).isEqualTo("2024-03-01T12:00:00Z");
    assertThat(estimate.last()).isEqualTo("2024-03-10T12:00:00Z");
    assertThat(estimate.frequencies())
        .containsExactly(
            new Frequency("place/aa", false, 1000, 1.0),
            new Frequency("place/bb", false, 100, 0.1),
            new Frequency("place/cc", false, 0, 0.0));
    assertThat(estimate.frequencies().stream().map(estimate::warning))
        .containsExactly(
            "in more than 5 % of all articles", "in more than 5 % of all articles", "never found");
    assertThat(estimate.perDay(estimate.frequencies().get(1))).isCloseTo(100.0 / 9, within(1e-9));
  }

  @Test
  void entriesThatAreNoArticlesAreLeftOutAndTold() throws IOException {
    // Given
    List<String> lines = new ArrayList<>(List.of("{\"body\":\"In Aria.\"}"));
    for (int i = 0; i < 9; i++) {
      lines.add("{\"body\":");
    }

    // When
    Survey survey = survey(String.join("\n", lines));

    // Then
    assertThat(survey.estimate().articles()).isEqualTo(1);
    assertThat(survey.problems()).hasSize(6).last().isEqualTo("4 more that are no articles");
    assertThat(survey.problems().get(0)).startsWith("test:2: ");
  }

  @Test
  void ofFewArticlesNothingIsSaidToBeFrequentOrMissing() throws IOException {
    // When
    Estimate estimate = survey("{\"body\":\"In Aria.\"}").estimate();

    // Then
    assertThat(estimate.frequencies()).allSatisfy(f -> assertThat(estimate.warning(f)).isEmpty());
    assertThat(EstimateText.lines(estimate))
        .startsWith("1 articles: none has a time, so hits per day are not known")
        .contains("         -  100.00 %         1  place/aa")
        .endsWith("no warnings: they need 100 articles");
  }

  @Test
  void daysWithoutArticlesAreNotCounted() {
    // Given
    DaysSeen days = new DaysSeen();
    days.add(Instant.parse("1970-01-01T23:00:00Z"));
    days.add(Instant.parse("2024-03-01T06:00:00Z"));
    days.add(Instant.parse("2024-03-01T18:00:00Z"));
    days.add(Instant.parse("2024-04-01T06:00:00Z"));

    // When
    double count = days.count();

    // Then
    assertThat(count).isCloseTo(1.0 / 24 + 1 + 0.25, within(1e-9));
  }

  @Test
  void articlesOfOneMinuteStandForAnHourOfNews() {
    // Given
    DaysSeen days = new DaysSeen();
    days.add(Instant.parse("2024-03-01T06:00:00Z"));

    // When
    double count = days.count();

    // Then
    assertThat(count).isCloseTo(1.0 / 24, within(1e-9));
    assertThat(new DaysSeen().count()).isZero();
  }

  private static Survey survey(String lines) throws IOException {
    ArticleReader reader = new ArticleReader();
    Survey survey = new Survey(WATCHLIST, reader);
    byte[] utf8 = lines.getBytes(StandardCharsets.UTF_8);
    try (ArticleFiles files = ArticleFiles.of("test", new ByteArrayInputStream(utf8), reader)) {
      survey.add(files, done -> {});
    }
    return survey;
  }
}
