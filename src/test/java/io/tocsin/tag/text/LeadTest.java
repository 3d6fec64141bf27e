package io.tocsin.tag.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Article;
import io.tocsin.model.Field;
import io.tocsin.tag.Watch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which sentences an article is about. */
class LeadTest {
  private static final String TEXT = "One fell. Two rose. Three stayed. Four left. Five came.";

  @Test
  void titleSummaryAndThreeSentencesOfTheBodyAreTheLead() {
    // When
    int end = end(Watch.article("A fall. A rise.", "In short.", TEXT));

    // Then
    assertThat(end).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "By Mara Quintell\n\n",
        "By Mara Quintell\n\nPORT SELBY, March 3 -\n\n",
        "PORT SELBY, March 3 (CNA)\n\n",
        "PORT SELBY\n\nBY MARA QUINTELL\n\n",
      })
  void bylineAndDatelineBeforeTheTextAreNotCounted(String head) {
    // Given
    Article article = Watch.body(head + TEXT);

    // When
    Reading reading = Reading.of(article);
    int end = Lead.end(head + TEXT, reading.sentences());

    // Then
    int three = (head + TEXT).indexOf("Three");
    assertThat(reading.sentences().get(end - 1).start()).isEqualTo(three);
  }

  @ParameterizedTest
  @ValueSource(strings = {"LONDON (Reuters) - ", "", "Not a byline.\n\n"})
  void whatStandsInTheFirstSentenceOrIsOneIsCounted(String head) {
    assertThat(end(Watch.body(head + TEXT))).isEqualTo(3);
  }

  @Test
  void aShortTextIsAllLead() {
    assertThat(end(Watch.body("One fell."))).isEqualTo(1);
    assertThat(end(Watch.body(""))).isZero();
    assertThat(end(Watch.body("By Mara Quintell"))).isEqualTo(1);
  }

  private static int end(Article article) {
    Reading reading = Reading.of(article);
    return Lead.end(reading.article().text(Field.BODY), reading.sentences());
  }
}
