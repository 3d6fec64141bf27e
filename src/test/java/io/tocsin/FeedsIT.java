package io.tocsin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.fixtures.Requests;
import io.tocsin.fixtures.RunningService;
import io.tocsin.guarantees.Guarantees;
import io.tocsin.ingest.feed.FeedSite;
import io.tocsin.model.TaggedArticle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From a feed on this machine to tagged articles, over a restart of the service. */
@Timeout(180)
class FeedsIT {
  private static final Duration SOON = Duration.ofSeconds(40);

  @TempDir private Path folder;

  @Test
  void feedBecomesTaggedArticlesAndARestartFetchesNothingAnew() throws IOException {
    try (FeedSite site = new FeedSite()) {
      // Given
      site.publish("/one.xml", feed("first", "second"));
      site.publish("/broken.xml", "<!doctype html><html><body>Please log in</body></html>");
      Path list = list(site, "1m");

      // When
      try (RunningService service = start(list)) {
        awaitTitles(service, "first", "second");
        await()
            .atMost(SOON)
            .untilAsserted(
                () ->
                    assertThat(source(service, 1).at("/outcome").asText()).isEqualTo("html_page"));

        // Then
        assertThat(source(service, 0).at("/outcome").asText()).isEqualTo("ok");
        assertThat(source(service, 0).at("/published").asInt()).isEqualTo(2);
        assertThat(source(service, 2).at("/enabled").asBoolean()).isFalse();
        assertThat(Requests.metric(service.url("/metrics"), "tocsin_feed_items_total"))
            .isEqualTo(2);
        Guarantees.awaitHold(service.bootstrap(), service.prefix());
      }
      assertThat(asked(site)).hasSize(1);

      // And when it starts again, before and after the feed is due
      try (RunningService service = start(list)) {
        await()
            .atMost(SOON)
            .untilAsserted(() -> assertThat(source(service, 0).at("/here").asBoolean()).isTrue());
        assertThat(source(service, 0).at("/published").asInt()).isEqualTo(2);
        site.publish("/one.xml", feed("first", "second, now corrected", "third"));
        await().atMost(Duration.ofSeconds(100)).until(() -> asked(site).size() == 2);
        awaitTitles(service, "first", "second", "second, now corrected", "third");
        Guarantees.awaitHold(service.bootstrap(), service.prefix());
      }
      assertThat(asked(site).get(0).headers().getFirst("If-None-Match")).isNull();
      assertThat(asked(site).get(1).headers().getFirst("If-None-Match")).isNotNull();
      assertThat(asked(site).get(1).headers().getFirst("User-Agent")).startsWith("Tocsin/");
    }
  }

  private RunningService start(Path list) {
    return RunningService.start(
        folder.resolve("data"), "feeds.file=" + list, "watchlist.lead=200ms");
  }

  private static List<FeedSite.Asked> asked(FeedSite site) {
    return site.asked().stream().filter(asked -> asked.path().equals("/one.xml")).toList();
  }

  private static JsonNode source(RunningService service, int index) {
    return Requests.json(Requests.get(service.url("/api/v1/sources"))).at("/feeds/" + index);
  }

  private static void awaitTitles(RunningService service, String... titles) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(service.results().tagged())
                    .extracting(FeedsIT::title)
                    .containsExactlyInAnyOrder(titles));
  }

  private static String title(TaggedArticle article) {
    return String.valueOf(article.article().title());
  }

  private Path list(FeedSite site, String interval) throws IOException {
    String feeds =
        """
        allow: {hosts: [127.0.0.1], ports: [%d]}
        feeds:
          - {id: one, url: "%s", publisher: example, interval: %s}
          - {id: broken, url: "%s"}
          - {id: off, url: "%s", enabled: false}
        """
            .formatted(
                site.port(),
                site.url("/one.xml"),
                interval,
                site.url("/broken.xml"),
                site.url("/off.xml"));
    return Files.writeString(folder.resolve("feeds.yaml"), feeds);
  }

  private static String feed(String... titles) {
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < titles.length; i++) {
      items.append(
          "<item><title>"
              + titles[i]
              + "</title><link>https://news.example/"
              + i
              + "</link></item>");
    }
    return "<rss version=\"2.0\"><channel><title>News</title>" + items + "</channel></rss>";
  }
}
