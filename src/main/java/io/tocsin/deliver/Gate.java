package io.tocsin.deliver;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a receiver may be asked at all, whatever waits: it keeps the pace, obeys a receiver that
 * asks for a pause, and asks one that fails again and again only now and then.
 */
final class Gate {

  /** Failures in a row after which the receiver is taken for down. */
  private static final int DOWN = 3;

  private final Duration pace;
  private final Duration longest;
  private final Schedule schedule;
  private Instant opens = Instant.MIN;
  private int failures;

  /**
   * A gate that is open.
   *
   * @param longest pause of a receiver that is down and did not ask for one
   */
  Gate(Duration pace, Duration longest, Schedule schedule) {
    this.pace = pace;
    this.longest = longest;
    this.schedule = schedule;
  }

  /** When the next message may leave. */
  Instant opens() {
    return opens;
  }

  /**
   * A message was taken.
   *
   * @return whether the receiver was taken for down and is back
   */
  boolean taken(Instant now) {
    boolean back = failures >= DOWN;
    failures = 0;
    opens = now.plus(pace);
    return back;
  }

  /**
   * A message failed.
   *
   * @param busy whether the receiver asked us to slow down
   * @param after for how long; null when it did not say
   */
  void failed(Instant now, boolean busy, @Nullable Duration after) {
    failures++;
    Duration shut = pace;
    if (failures >= DOWN || busy) {
      Duration pause = schedule.pause(Math.max(1, failures - DOWN + 1));
      shut = longer(shut, pause.compareTo(longest) > 0 ? longest : pause);
    }
    if (after != null) {
      shut = longer(pace, after);
    }
    opens = now.plus(shut);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
