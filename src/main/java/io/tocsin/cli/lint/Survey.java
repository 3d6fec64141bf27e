package io.tocsin.cli.lint;

import io.tocsin.ingest.ArticleFiles;
import io.tocsin.ingest.Offer;
import io.tocsin.model.Article;
import io.tocsin.model.Outcome;
import io.tocsin.model.ScreenedArticle;
import io.tocsin.model.Watchlist;
import io.tocsin.screen.Screen;
import io.tocsin.tag.Frequencies;
import io.tocsin.tag.Tagger;
import io.tocsin.wire.ArticleReader;
import io.tocsin.wire.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;

/**
 * Tags articles as the service would and counts what is found: one thread reads, as many as there
 * are processors tag. Streams: only a few batches are in memory at a time.
 */
public final class Survey {
  private static final int BATCH = 64;

  /** A batch of long articles is sent on before it is full. */
  private static final int BATCH_BYTES = 1 << 20;

  private static final int AHEAD = 4;

  /** More entries that are no articles than these are only counted. */
  private static final int PROBLEMS_KEPT = 5;

  /**
   * Of an article that has no time the time is never asked; no other article is on time or late.
   */
  private static final Duration ANY = Duration.ofDays(365_000);

  private final ArticleReader reader;
  private final Tagger tagger;
  private final Screen screen = new Screen(ANY, ANY);
  private final Frequencies frequencies;
  private final DaysSeen days = new DaysSeen();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final List<String> problems = new ArrayList<>();
  private long entries;
  private long leftOut;

  /**
   * Compiles the watchlist.
   *
   * @param reader of the files that will be surveyed
   * @throws IllegalArgumentException when it cannot be compiled; the message names the alias or
   *     query
   */
  public Survey(Watchlist watchlist, ArticleReader reader) {
    this.reader = reader;
    this.tagger = Tagger.compile(watchlist);
    this.frequencies = new Frequencies(watchlist);
  }

  /**
   * Counts all articles of some files; may be called again with more.
   *
   * @param moved told from time to time how many entries were read
   */
  public void add(ArticleFiles files, LongConsumer moved) {
    int threads = Runtime.getRuntime().availableProcessors();
    Semaphore room = new Semaphore(threads * AHEAD);
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<byte[]> batch = new ArrayList<>();
      int bytes = 0;
      while (files.hasNext() && failure.get() == null) {
        Offer offer = files.next();
        entries++;
        if (offer instanceof Offer.Valid valid) {
          batch.add(valid.value());
          bytes += valid.value().length;
        } else {
          leftOut(offer);
        }
        if (batch.size() == BATCH || bytes > BATCH_BYTES) {
          send(batch, workers, room);
          moved.accept(entries);
          batch = new ArrayList<>();
          bytes = 0;
        }
      }
      send(batch, workers, room);
      room.acquireUninterruptibly(threads * AHEAD);
    } finally {
      workers.shutdownNow();
    }
    Throwable first = failure.get();
    if (first != null) {
      throw new IllegalStateException("an article could not be tagged: " + first, first);
    }
  }

  private void send(List<byte[]> batch, ExecutorService workers, Semaphore room) {
    room.acquireUninterruptibly();
    workers.execute(
        () -> {
          try {
            batch.forEach(this::tag);
          } catch (RuntimeException | Error e) {
            // Without the article the figures would be wrong, so this ends the survey.
            failure.compareAndSet(null, e);
          } finally {
            room.release();
          }
        });
  }

  private void tag(byte[] value) {
    if (reader.read(value) instanceof Outcome.Accepted<Received> read) {
      Article article = read.value().article();
      ScreenedArticle screened =
          screen.screen(article, read.value().truncated(), Instant.EPOCH, null);
      frequencies.add(tagger.tag(screened.article()));
      if (article.publishedAt() != null) {
        days.add(article.publishedAt());
      }
    }
  }

  private void leftOut(Offer offer) {
    leftOut++;
    if (problems.size() < PROBLEMS_KEPT) {
      problems.add(problem(offer));
    }
  }

  private static String problem(Offer offer) {
    if (offer instanceof Offer.Invalid invalid) {
      return invalid.place() + ": " + invalid.refusal().detail();
    }
    return offer instanceof Offer.Unsendable lost
        ? lost.place() + ": " + lost.problem()
        : offer.place();
  }

  /** What was counted so far. */
  public Estimate estimate() {
    return new Estimate(
        frequencies.articles(), days.count(), days.first(), days.last(), frequencies.all());
  }

  /** Entries that are no articles, the first ones with their places and what is wrong. */
  public List<String> problems() {
    List<String> lines = new ArrayList<>(problems);
    if (leftOut > problems.size()) {
      lines.add((leftOut - problems.size()) + " more that are no articles");
    }
    return lines;
  }
}
