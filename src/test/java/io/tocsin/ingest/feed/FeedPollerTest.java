package io.tocsin.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many feeds at a time: what is due, and who waits for whom. */
@Timeout(60)
class FeedPollerTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String FEED = "<rss><channel><title>T</title></channel></rss>";

  private final Map<String, FeedState> kept = new ConcurrentHashMap<>();

  @Test
  void everyDueFeedOfOursIsPolledOnceAndKept() {
    try (FeedSite site = new FeedSite();
        Visits visits = Visits.to(site)) {
      List<FeedSource> sources = sources(site, 30);

      try (FeedPoller poller = poller(sources, visits)) {
        await()
            .atMost(SOON)
            .until(
                () -> {
                  poller.tick(feed -> !feed.equals("feed-7"), feed -> null);
                  return kept.size() == 29;
                });
        poller.tick(feed -> !feed.equals("feed-7"), feed -> null);

        assertThat(kept).doesNotContainKey("feed-7");
        assertThat(site.asked()).hasSize(29);
        visits.clock.set(visits.clock.instant().plus(Duration.ofMinutes(15)));
        await()
            .atMost(SOON)
            .until(
                () -> {
                  poller.tick(feed -> true, feed -> null);
                  return site.asked().size() == 59;
                });
      }
    }
  }

  @Test
  void stateThatAnotherInstanceLeftIsBelieved() {
    try (FeedSite site = new FeedSite();
        Visits visits = Visits.to(site)) {
      List<FeedSource> sources = sources(site, 1);
      FeedState known = visits.visit(sources.get(0), null);

      try (FeedPoller poller = poller(sources, visits)) {
        poller.tick(feed -> true, feed -> known);

        assertThat(poller.state("feed-0")).isEqualTo(known);
      }
      assertThat(site.asked()).hasSize(1);
    }
  }

  @Test
  void oneRequestAtATimeGoesToAHostAndASlowOneHoldsUpNobodyElse() throws IOException {
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (FeedSite quick = new FeedSite();
        RawServer slow =
            new RawServer(
                out -> {
                  most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                  release.await();
                  atOnce.decrementAndGet();
                  out.write(
                      ("Content-Length: " + FEED.length() + "\r\n\r\n" + FEED)
                          .getBytes(StandardCharsets.UTF_8));
                });
        Visits visits =
            new Visits(
                Set.of("127.0.0.1", "localhost"),
                Set.of(quick.port(), slow.port()),
                FetchRules.standard("1", ""))) {
      List<FeedSource> sources = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        sources.add(Visits.source("slow-" + i, slow.url() + i));
      }
      quick.publish("/feed", FEED);
      String elsewhere = quick.url("/feed").replace("127.0.0.1", "localhost");
      sources.add(Visits.source("quick", elsewhere));

      try (FeedPoller poller = poller(sources, visits)) {
        await()
            .atMost(SOON)
            .until(
                () -> {
                  poller.tick(feed -> true, feed -> null);
                  return kept.containsKey("quick");
                });
        assertThat(kept).containsOnlyKeys("quick");
        release.countDown();
        await()
            .atMost(SOON)
            .until(
                () -> {
                  poller.tick(feed -> true, feed -> null);
                  return kept.size() == 21;
                });
      }
      assertThat(most).hasValue(1);
    }
  }

  private FeedPoller poller(List<FeedSource> sources, Visits visits) {
    return new FeedPoller(
        sources,
        visits.visit(),
        visits.gate(),
        (feed, state, seenChanged) -> kept.put(feed, state),
        visits.clock);
  }

  private static List<FeedSource> sources(FeedSite site, int count) {
    List<FeedSource> sources = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      site.publish("/" + i, FEED);
      sources.add(Visits.source("feed-" + i, site.url("/" + i)));
    }
    return sources;
  }
}
