package io.tocsin.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Says when a task should forget what is too old, in receive time: when it starts, and then a scan
 * of the store every quarter of a day of receive time costs nothing at that pace, and an archive
 * that replays years in a minute starts none.
 */
public final class Housekeeping {
  private static final Duration PERIOD = Duration.ofHours(6);

  private final Duration retention;
  private final Consumer<Instant> forgetBefore;
  private Instant next = Instant.EPOCH;

  /**
   * One task's.
   *
   * @param retention how long things are kept, in receive time
   * @param forgetBefore drops what is older than an instant
   */
  public Housekeeping(Duration retention, Consumer<Instant> forgetBefore) {
    this.retention = retention;
    this.forgetBefore = forgetBefore;
  }

  /** Forgets, when it is time. */
  public void at(Instant receivedAt) {
    if (receivedAt.isBefore(next)) {
      return;
    }
    forgetBefore.accept(receivedAt.minus(retention));
    next = receivedAt.plus(PERIOD);
  }
}
