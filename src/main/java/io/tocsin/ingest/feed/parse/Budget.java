package io.tocsin.ingest.feed.parse;

import java.util.function.LongSupplier;

/** What is left of the time for one feed, and how many items are read of it. */
final class Budget {
  private final FeedLimits limits;
  private final LongSupplier nanoTime;
  private final long end;

  Budget(FeedLimits limits, LongSupplier nanoTime) {
    this.limits = limits;
    this.nanoTime = nanoTime;
    this.end = nanoTime.getAsLong() + limits.time().toNanos();
  }

  int items() {
    return limits.items();
  }

  /** A reader that ends when the time is over. */
  BudgetReader reader(String text) {
    return new BudgetReader(text, nanoTime, end);
  }

  void check() throws FeedFaultException {
    if (nanoTime.getAsLong() - end > 0) {
      throw tooSlow();
    }
  }

  FeedFaultException tooSlow() {
    return new FeedFaultException(
        FeedFault.TOO_SLOW,
        "takes more than " + limits.time().toSeconds() + " s to read, which no honest feed does");
  }
}
