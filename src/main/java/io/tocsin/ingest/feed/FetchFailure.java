package io.tocsin.ingest.feed;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A fetch that brought no feed; the message is one sentence without path or query. */
final class FetchFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final FeedOutcome outcome;
  private final transient @Nullable Duration retryAfter;

  FetchFailure(FeedOutcome outcome, String message) {
    this(outcome, message, null);
  }

  /**
   * A failure.
   *
   * @param retryAfter how long the server asks us to wait; null when it does not
   */
  FetchFailure(FeedOutcome outcome, String message, @Nullable Duration retryAfter) {
    super(message);
    this.outcome = outcome;
    this.retryAfter = retryAfter;
  }

  FeedOutcome outcome() {
    return outcome;
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
