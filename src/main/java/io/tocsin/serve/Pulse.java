package io.tocsin.serve;

import io.tocsin.model.Watchlist;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the counts to the readers of the stream once a second, however many records came in
 * between.
 */
final class Pulse implements AutoCloseable {
  private static final Logger logger = LoggerFactory.getLogger(Pulse.class);
  private static final int MINUTES = 60;
  private static final int SUBJECTS = 20;
  private static final int RATE_SECONDS = 10;

  private final LiveView view;
  private final EventHub hub;
  private final Supplier<Watchlist> watchlist;
  private final long[] receivedAtBeat = new long[RATE_SECONDS];
  private long beats;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "pulse");
            thread.setDaemon(true);
            return thread;
          });

  Pulse(LiveView view, EventHub hub, Supplier<Watchlist> watchlist) {
    this.view = view;
    this.hub = hub;
    this.watchlist = watchlist;
  }

  void start() {
    var unused = timer.scheduleAtFixedRate(this::beat, 0, 1, TimeUnit.SECONDS);
  }

  private void beat() {
    try {
      hub.beat(
          new Beat(
              view.top(MINUTES, SUBJECTS),
              articlesPerMinute(),
              view.openAlerts(),
              watchlist.get().version(),
              view.caughtUp()));
    } catch (RuntimeException e) {
      // An exception would end the schedule, and the page would stand still without a word.
      logger.warn("cannot send the counts of this second to the stream's readers", e);
    }
  }

  /** Articles that came in over the last ten seconds, as a rate. */
  private long articlesPerMinute() {
    long received = view.received();
    int slot = (int) (beats % RATE_SECONDS);
    long before = receivedAtBeat[slot];
    receivedAtBeat[slot] = received;
    beats++;
    // Until ten beats have passed, the slots still hold 0, and reading the past at the start is no
    // rate.
    return beats <= RATE_SECONDS ? 0 : (received - before) * 60 / RATE_SECONDS;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  /**
   * What the page's head and its list of subjects show.
   *
   * @param top the top of the last hour of event time
   * @param articlesPerMinute as they come in now
   * @param openAlerts how many
   * @param watchlistVersion the newest
   * @param caughtUp whether the past was read
   */
  record Beat(
      TopList top,
      long articlesPerMinute,
      int openAlerts,
      long watchlistVersion,
      boolean caughtUp) {}
}
