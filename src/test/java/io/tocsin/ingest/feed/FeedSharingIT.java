package io.tocsin.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.fixtures.BrokerExtension;
import io.tocsin.runtime.Cluster;
import io.tocsin.runtime.TopicAdmin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two instances on one cluster share the feeds; when one stops, the other goes on where it was. */
@Timeout(120)
class FeedSharingIT {
  @RegisterExtension static final BrokerExtension broker = new BrokerExtension();

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int FEEDS = 16;

  private final String prefix = broker.freshPrefix();
  private final AtomicInteger fresh = new AtomicInteger();

  @Test
  void everyFeedHasOneInstanceAndItsItemsArePublishedOnceOverAHandover() {
    TopicAdmin.on(new Cluster(broker.bootstrap(), prefix, Map.of()), TopicAdmin::apply);
    try (FeedSite site = new FeedSite()) {
      FeedList list = list(site);
      try (FeedService second = start(list)) {
        try (FeedService first = start(list)) {
          await()
              .atMost(SOON)
              .untilAsserted(
                  () -> {
                    assertThat(here(first)).isNotEmpty();
                    assertThat(here(second)).isNotEmpty();
                    assertThat(here(first)).doesNotContainAnyElementsOf(here(second));
                    assertThat(here(first).size() + here(second).size()).isEqualTo(FEEDS);
                    assertThat(second.statuses()).allMatch(feed -> feed.succeededAt() != null);
                  });
        }
        int asked = site.asked().size();
        await().atMost(SOON).until(() -> here(second).size() == FEEDS);
        await().atMost(SOON).until(() -> site.asked().size() > asked + 3 * FEEDS);

        assertThat(site.asked().subList(asked, site.asked().size()))
            .allMatch(request -> request.headers().containsKey("If-None-Match"));
        assertThat(fresh).hasValue(2 * FEEDS);
      }
    }
  }

  private FeedService start(FeedList list) {
    return FeedService.start(
        list,
        FetchRules.standard("test", ""),
        new FeedService.Place(
            Map.of("bootstrap.servers", broker.bootstrap()), prefix, prefix + "app"),
        new FeedListener() {
          @Override
          public void polled(String feed, FeedState state, Duration took) {}

          @Override
          public void published(int newItems, int corrected) {
            fresh.addAndGet(newItems);
          }
        });
  }

  private static List<String> here(FeedService service) {
    return service.statuses().stream().filter(FeedStatus::here).map(FeedStatus::id).toList();
  }

  private static FeedList list(FeedSite site) {
    List<FeedSource> feeds = new ArrayList<>();
    for (int i = 0; i < FEEDS; i++) {
      String path = "/" + i;
      site.publish(
          path,
          "<rss><channel><title>T</title><item><guid>a"
              + i
              + "</guid><title>A</title></item><item><guid>b"
              + i
              + "</guid><title>B</title></item></channel></rss>");
      feeds.add(
          new FeedSource(
              "feed-" + i, site.url(path), null, null, null, Duration.ofSeconds(2), true));
    }
    return new FeedList("", Set.of("127.0.0.1"), Set.of(site.port()), feeds);
  }
}
