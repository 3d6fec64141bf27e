package io.tocsin.model.pane;

import java.time.Duration;
import java.time.Instant;

/** Event time in whole minutes: a pane is one minute, counted from 1970-01-01T00:00Z. */
public final class Minutes {
  /** Length of a pane. */
  public static final Duration PANE = Duration.ofMinutes(1);

  private Minutes() {}

  /** The minute in which an instant lies; negative before 1970. */
  public static long of(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), 60L);
  }

  /** The first instant of a minute. */
  public static Instant start(long minute) {
    return Instant.ofEpochSecond(Math.multiplyExact(minute, 60L));
  }
}
