package io.tocsin.ingest.feed;

import io.tocsin.ingest.ArticleSender;
import io.tocsin.ingest.feed.parse.Feed;
import io.tocsin.ingest.feed.parse.FeedFaultException;
import io.tocsin.ingest.feed.parse.FeedParser;
import io.tocsin.model.Article;
import io.tocsin.wire.ArticleWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One poll of one feed, from its state before to its state after: fetch, read, publish what is new.
 * Never fails: what goes wrong is in the state. Safe for many threads and feeds.
 */
final class FeedVisit {
  private static final Logger logger = LoggerFactory.getLogger(FeedVisit.class);
  private static final int FAILURES_UNTIL_LIST = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final FeedFetcher fetcher;
  private final FeedParser parser;
  private final ArticleSender sender;
  private final FeedSchedule schedule;
  private final FeedListener listener;
  private final Clock clock;

  FeedVisit(
      FeedFetcher fetcher,
      FeedParser parser,
      ArticleSender sender,
      FeedSchedule schedule,
      FeedListener listener,
      Clock clock) {
    this.fetcher = fetcher;
    this.parser = parser;
    this.sender = sender;
    this.schedule = schedule;
    this.listener = listener;
    this.clock = clock;
  }

  /**
   * Polls a feed once.
   *
   * @param known its state before; null when nothing is known
   */
  FeedState visit(FeedSource source, @Nullable FeedState known) {
    long began = System.nanoTime();
    FeedState before = FeedState.of(source, known);
    FeedState after;
    try {
      after = polled(source, before);
    } catch (FetchFailure e) {
      after = failed(source, before, e.outcome(), e);
    } catch (FeedFaultException e) {
      after = failed(source, before, FeedOutcome.of(e.fault()), e);
    } catch (RuntimeException | StackOverflowError e) {
      logger.error("feed {} failed for a reason of ours", source.id(), e);
      after = failed(source, before, FeedOutcome.FAILED, e);
    }
    if (Thread.currentThread().isInterrupted()) {
      // Cut short because the service stops: that says nothing about the feed.
      return before;
    }
    report(source, before, after);
    listener.polled(source.id(), after, Duration.ofNanos(System.nanoTime() - began));
    return after;
  }

  private FeedState polled(FeedSource source, FeedState before)
      throws FetchFailure, FeedFaultException {
    Fetched fetched = fetcher.fetch(before.url(), before.validators());
    byte[] body = fetched.body();
    Feed feed = body == null ? null : parser.parse(body, fetched.charset(), fetched.url());
    SeenItems seen = SeenItems.unpacked(before.seen());
    int sent = feed == null ? 0 : publish(new FeedArticles(source).of(feed), seen);
    Pace pace = feed == null ? before.pace() : Pace.of(feed);
    Instant now = clock.instant();
    return new FeedState(
        before.listed(),
        fetched.moved(),
        fetched.validators(),
        pace,
        feed == null ? FeedOutcome.NOT_MODIFIED : FeedOutcome.OK,
        feed == null || feed.itemsLeft() == 0
            ? ""
            : feed.itemsLeft() + " items behind the first " + feed.items().size() + " are not read",
        now,
        now,
        schedule.afterSuccess(source, now, fetched.freshFor(), pace),
        0,
        false,
        feed == null ? before.title() : feed.title().line(),
        feed == null ? before.items() : feed.items().size(),
        before.published() + sent,
        feed == null ? before.seen() : seen.packed(feed.items().size()));
  }

  /** Sends what was not sent in this version, and waits until the cluster has it. */
  private int publish(List<Article> articles, SeenItems seen) throws FetchFailure {
    List<CompletableFuture<Void>> answers = new ArrayList<>();
    int corrected = 0;
    for (Article article : articles) {
      String id = String.valueOf(article.id());
      String version = version(article);
      if (!seen.has(id, version)) {
        corrected += seen.knows(id) ? 1 : 0;
        answers.add(sender.send(id, ArticleWriter.bytes(article)));
      }
      seen.add(id, version);
    }
    await(answers);
    listener.published(answers.size() - corrected, corrected);
    return answers.size();
  }

  /** What makes a new version is what people read; a date that moves on by itself is none. */
  private static String version(Article article) {
    return String.join(
        "\u0000",
        String.valueOf(article.title()),
        String.valueOf(article.summary()),
        String.valueOf(article.body()));
  }

  private static void await(List<CompletableFuture<Void>> answers) throws FetchFailure {
    try {
      CompletableFuture.allOf(answers.toArray(new CompletableFuture<?>[0]))
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      String cause = e.getCause() == null ? "" : e.getCause().getClass().getSimpleName();
      throw new FetchFailure(
          FeedOutcome.NOT_PUBLISHED, "the cluster did not take its items: " + cause);
    } catch (TimeoutException e) {
      throw new FetchFailure(
          FeedOutcome.NOT_PUBLISHED,
          "the cluster did not take its items within " + PATIENCE.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FetchFailure(FeedOutcome.NOT_PUBLISHED, "interrupted while its items were sent");
    }
  }

  private FeedState failed(
      FeedSource source, FeedState before, FeedOutcome outcome, Throwable cause) {
    int failures = before.failures() + 1;
    Duration retryAfter = cause instanceof FetchFailure failure ? failure.retryAfter() : null;
    // A move that was called permanent may have been a mistake: now and then the list is right
    // again.
    boolean backToList = failures % FAILURES_UNTIL_LIST == 0;
    Instant now = clock.instant();
    return new FeedState(
        before.listed(),
        backToList ? before.listed() : before.url(),
        backToList ? Validators.NONE : before.validators(),
        before.pace(),
        outcome,
        String.valueOf(cause.getMessage()),
        now,
        before.succeededAt(),
        schedule.afterFailure(source, now, failures, retryAfter),
        failures,
        outcome == FeedOutcome.GONE,
        before.title(),
        before.items(),
        before.published(),
        before.seen());
  }

  /** Tells what changed: the first failure of a kind, and the recovery; not every poll. */
  private static void report(FeedSource source, FeedState before, FeedState after) {
    FeedOutcome outcome = after.outcome();
    if (outcome == null || outcome == before.outcome()) {
      return;
    }
    if (!outcome.isSuccess()) {
      logger.warn(
          "feed {}: {}: {}; polled next at {}",
          source.id(),
          outcome.word(),
          after.detail(),
          after.gone() ? "never" : after.nextAt());
    } else if (before.failures() > 0) {
      logger.info("feed {} is well again after {} failures", source.id(), before.failures());
    }
    if (!after.url().equals(before.url()) && outcome.isSuccess()) {
      logger.info("feed {} moved for good to another address, which is kept", source.id());
    }
  }
}
