package io.tocsin.ingest.feed;

import io.tocsin.ingest.feed.parse.Feed;
import io.tocsin.ingest.feed.parse.FeedFaultException;
import io.tocsin.ingest.feed.parse.FeedParser;
import io.tocsin.model.Article;
import io.tocsin.outbound.OutboundClient;
import io.tocsin.outbound.OutboundPolicy;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed would publish, without a cluster and without remembering anything.
 *
 * @param outcome of the one poll
 * @param detail one sentence when it failed; else empty
 * @param url where the feed was found behind its redirects; where it was looked for when it failed
 * @param feed what was read; null when it failed
 * @param articles what would be published, oldest first
 */
public record FeedPreview(
    FeedOutcome outcome, String detail, String url, @Nullable Feed feed, List<Article> articles) {

  /** Makes the list immutable. */
  public FeedPreview {
    articles = List.copyOf(articles);
  }

  /** Fetches a feed once, within what the list allows. */
  public static FeedPreview of(FeedSource source, FeedList list, FetchRules rules) {
    OutboundPolicy policy = new OutboundPolicy(list.allowedHosts(), list.allowedPorts());
    try (OutboundClient client = new OutboundClient(policy, rules.limits())) {
      FeedFetcher fetcher = new FeedFetcher(client, new HostGate(), rules, Clock.systemUTC());
      Fetched fetched = fetcher.fetch(source.url(), Validators.NONE);
      byte[] body = fetched.body() == null ? new byte[0] : fetched.body();
      Feed feed = new FeedParser().parse(body, fetched.charset(), fetched.url());
      return new FeedPreview(
          FeedOutcome.OK, "", fetched.url(), feed, new FeedArticles(source).of(feed));
    } catch (FetchFailure e) {
      return failed(source, e.outcome(), e);
    } catch (FeedFaultException e) {
      return failed(source, FeedOutcome.of(e.fault()), e);
    }
  }

  private static FeedPreview failed(FeedSource source, FeedOutcome outcome, Exception cause) {
    return new FeedPreview(
        outcome, String.valueOf(cause.getMessage()), source.url(), null, List.of());
  }
}
