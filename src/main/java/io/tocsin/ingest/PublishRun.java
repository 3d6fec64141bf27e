package io.tocsin.ingest;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/**
 * Publishes files: everything that they offer is sent or reported with its place. What only
 * concerns one record goes on with the next; what concerns the cluster stops the run, because the
 * next thousand records would fail alike. To publish again is safe: what is already there has the
 * same ids and counts as duplicate.
 */
public final class PublishRun {
  /**
   * Records on their way at one time: enough to fill batches, few enough to bound what a failure
   * leaves in doubt.
   */
  private static final int IN_FLIGHT = 20_000;

  private final ArticlePublisher publisher;
  private final PublishListener listener;
  private final LongSupplier nanoTime;
  private final Semaphore inFlight = new Semaphore(IN_FLIGHT);
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private volatile boolean stopped;
  private long refused;
  private long warnings;
  private long offers;

  /** A run, used once; {@code nanoTime} is read for the duration. */
  public PublishRun(ArticlePublisher publisher, PublishListener listener, LongSupplier nanoTime) {
    this.publisher = publisher;
    this.listener = listener;
    this.nanoTime = nanoTime;
  }

  /**
   * Publishes everything and waits until the cluster has answered for all of it.
   *
   * @return what became of it; incomplete when the cluster failed or the thread was interrupted
   */
  public Summary publish(ArticleFiles files) {
    long began = nanoTime.getAsLong();
    while (!stopped && files.hasNext()) {
      handle(files.next());
      listener.moved(++offers, files.bytesRead());
    }
    if (!Thread.currentThread().isInterrupted()) {
      publisher.flush();
    }
    if (files.leftOut().count() > 0) {
      listener.leftOut(files.leftOut());
    }
    Duration elapsed = Duration.ofNanos(nanoTime.getAsLong() - began);
    return new Summary(sent.get(), refused, failed.get(), warnings, bytes.get(), elapsed, !stopped);
  }

  private void handle(Offer offer) {
    if (offer instanceof Offer.Unsendable unsendable) {
      refused++;
      listener.refused(unsendable.place(), unsendable.problem());
      return;
    }
    try {
      inFlight.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped = true;
      return;
    }
    if (offer instanceof Offer.Valid valid) {
      watch(valid.place(), valid.value().length, publisher.send(valid.id(), valid.value()));
    } else if (offer instanceof Offer.Invalid invalid) {
      warnings++;
      listener.warned(invalid.place(), invalid.refusal());
      watch(invalid.place(), invalid.value().length, publisher.sendAsIs(invalid.value()));
    }
  }

  private void watch(String place, int length, CompletableFuture<Void> answer) {
    CompletableFuture<Void> unused =
        answer.whenComplete(
            (done, failure) -> {
              inFlight.release();
              if (failure == null) {
                sent.incrementAndGet();
                bytes.addAndGet(length);
                return;
              }
              failed.incrementAndGet();
              if (!concernsOneRecord(failure)) {
                stopped = true;
              }
              listener.failed(
                  place, failure.getClass().getSimpleName() + ": " + failure.getMessage());
            });
  }

  private static boolean concernsOneRecord(Throwable failure) {
    return failure instanceof RecordTooLargeException || failure instanceof InvalidRecordException;
  }
}
