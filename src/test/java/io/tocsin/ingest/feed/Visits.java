package io.tocsin.ingest.feed;

import io.tocsin.ingest.feed.parse.FeedParser;
import io.tocsin.model.Article;
import io.tocsin.model.Outcome;
import io.tocsin.outbound.OutboundClient;
import io.tocsin.outbound.OutboundPolicy;
import io.tocsin.wire.ArticleReader;
import io.tocsin.wire.Received;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Polls without a cluster: what would be published is kept, and time stands until it is set. */
final class Visits implements AutoCloseable {
  /** One article as it would lie on the topic. */
  record Sent(String id, Article article) {}

  final List<Sent> sent = new CopyOnWriteArrayList<>();
  final StandingClock clock = new StandingClock();
  boolean clusterAway;
  int fresh;
  int corrected;

  private final OutboundClient client;
  private final HostGate gate = new HostGate();
  private final FeedVisit visit;
  private final FeedFetcher fetcher;

  Visits(Set<String> hosts, Set<Integer> ports, FetchRules rules) {
    client = new OutboundClient(new OutboundPolicy(hosts, ports), rules.limits());
    fetcher = new FeedFetcher(client, gate, rules, clock);
    visit =
        new FeedVisit(
            fetcher,
            new FeedParser(),
            this::send,
            new FeedSchedule(() -> 0),
            new Counting(),
            clock);
  }

  static Visits to(FeedSite site) {
    return new Visits(Set.of("127.0.0.1"), Set.of(site.port()), FetchRules.standard("1.0", ""));
  }

  static FeedSource source(String id, String url) {
    return new FeedSource(id, url, null, null, null, Duration.ofMinutes(15), true);
  }

  FeedVisit visit() {
    return visit;
  }

  HostGate gate() {
    return gate;
  }

  FeedState visit(FeedSource source, @Nullable FeedState known) {
    return visit.visit(source, known);
  }

  Fetched fetch(String url) throws FetchFailure {
    return fetcher.fetch(url, Validators.NONE);
  }

  private CompletableFuture<Void> send(String id, byte[] value) {
    if (clusterAway) {
      return CompletableFuture.failedFuture(new IllegalStateException("away"));
    }
    if (new ArticleReader().read(value) instanceof Outcome.Accepted<Received> accepted) {
      sent.add(new Sent(id, accepted.value().article()));
      return CompletableFuture.completedFuture(null);
    }
    return CompletableFuture.failedFuture(new AssertionError("the door refuses " + id));
  }

  @Override
  public void close() {
    client.close();
  }

  /** Counts like the meters do. */
  private final class Counting implements FeedListener {
    @Override
    public void polled(String feed, FeedState state, Duration took) {}

    @Override
    public void published(int newItems, int corrections) {
      fresh += newItems;
      corrected += corrections;
    }
  }

  /** A clock that is set by hand. */
  static final class StandingClock extends Clock {
    private Instant now = Instant.parse("2020-05-05T20:00:00Z");

    void set(Instant instant) {
      now = instant;
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
