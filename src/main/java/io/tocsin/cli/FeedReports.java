package io.tocsin.cli;

import io.tocsin.ingest.feed.FeedListener;
import io.tocsin.ingest.feed.FeedOutcome;
import io.tocsin.ingest.feed.FeedState;
import io.tocsin.metrics.FeedMeters;
import java.time.Duration;

/** Counts what the feeds report. */
final class FeedReports implements FeedListener {
  private final FeedMeters meters;

  FeedReports(FeedMeters meters) {
    this.meters = meters;
    for (FeedOutcome outcome : FeedOutcome.values()) {
      meters.expect(outcome.word());
    }
  }

  @Override
  public void polled(String feed, FeedState state, Duration took) {
    FeedOutcome outcome = state.outcome();
    if (outcome != null) {
      meters.polled(feed, outcome.word(), outcome.isSuccess(), took);
    }
  }

  @Override
  public void published(int fresh, int corrected) {
    meters.published(fresh, corrected);
  }

  @Override
  public void left(String feed) {
    meters.left(feed);
  }
}
