package io.tocsin.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.Lists;
import io.tocsin.model.Alert;
import io.tocsin.model.Evidence;
import io.tocsin.model.SubjectCount;
import io.tocsin.model.TaggedArticle;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom the flow takes for one voice; the rule on Norland alerts at three. */
class NewsTopologyVoicesTest {
  private final FlowBench flow;

  NewsTopologyVoicesTest(@TempDir Path stateFolder) {
    flow = new FlowBench(Lists.leaders(1), stateFolder);
  }

  @AfterEach
  void nothingIsLostAndNothingElseCameOut() {
    flow.finish();
  }

  @Test
  void subdomainsAndSectionsOfOnePublisherAreOneVoice() {
    flow.send(article("https://www.harbour.co.uk/1", "Harbour", "Norland votes today.", "11:50"));
    flow.send(
        article("https://feeds.harbour.co.uk/2", "Harbour World", "Rain in Norland.", "11:50"));
    flow.send(article("http://HARBOUR.co.uk:8080/3", "Harbour UK", "Norland sings.", "11:50"));

    assertThat(flow.tagged.readValuesToList())
        .extracting(TaggedArticle::publisher)
        .containsOnly("harbour.co.uk");
    List<SubjectCount> counts = flow.counts.readValuesToList();
    assertThat(counts.get(counts.size() - 1))
        .matches(last -> last.articles() == 3 && last.stories() == 3 && last.voices() == 1);
    assertThat(flow.alerts.isEmpty()).isTrue();
  }

  @Test
  void ownersUnderOneSuffixAndNamesWithoutUrlAreVoicesOfTheirOwn() {
    flow.send(article("https://news.harbour.co.uk/1", "Wire", "Norland votes today.", "11:50"));
    flow.send(article("https://quay.co.uk/2", "Wire", "Rain in Norland.", "11:50"));
    flow.send(article("https://ada.github.io/3", "Wire", "Norland sings.", "11:50"));
    flow.send(article("https://bo.github.io/4", "Wire", "Norland dances.", "11:50"));
    flow.send(article("https://news.google.com/5", "Tidewater Times", "Norland eats.", "11:50"));

    List<String> publishers =
        List.of("harbour.co.uk", "quay.co.uk", "ada.github.io", "bo.github.io", "Tidewater Times");
    assertThat(flow.tagged.readValuesToList())
        .extracting(TaggedArticle::publisher)
        .containsExactlyElementsOf(publishers);
    List<SubjectCount> counts = flow.counts.readValuesToList();
    assertThat(counts.get(counts.size() - 1).voices()).isEqualTo(5);
    List<Alert> alerts = flow.alerts.readValuesToList();
    assertThat(alerts.get(0).observed().voices()).isEqualTo(3);
    assertThat(alerts.get(0).evidence())
        .extracting(Evidence::publisher)
        .containsExactlyInAnyOrderElementsOf(publishers.subList(0, 3));
  }

  private static String article(String url, String source, String body, String time) {
    return """
        {"url":"%s","source":"%s","title":"News","body":"%s","language":"en","publishedAt":"2026-03-02T%s:00Z"}"""
        .formatted(url, source, body, time);
  }
}
