package io.tocsin.ingest.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * When a feed is polled next: after its interval, later when the server or the feed asks for it,
 * and ever later while it fails. A part of chance keeps feeds of one interval from coming all at
 * once.
 */
final class FeedSchedule {
  /** However long a server or a feed asks for, it is looked at once a day. */
  static final Duration LONGEST = Duration.ofDays(1);

  private static final int MOST_DOUBLINGS = 10;
  private static final double CHANCE = 0.1;

  private final DoubleSupplier random;

  /** A schedule with its source of chance, which gives 0 to 1. */
  FeedSchedule(DoubleSupplier random) {
    this.random = random;
  }

  /**
   * After a poll that went well.
   *
   * @param freshFor what the server asks for; null for nothing
   * @param pace what the feed asks for
   */
  Instant afterSuccess(FeedSource source, Instant now, @Nullable Duration freshFor, Pace pace) {
    Duration wait = longer(source.interval(), bounded(freshFor));
    return outside(pace, now.plus(jittered(longer(wait, bounded(pace.ttl())))));
  }

  /**
   * After a poll that failed.
   *
   * @param failures in a row, this one among them
   * @param retryAfter what the server asks for; null for nothing
   */
  Instant afterFailure(
      FeedSource source, Instant now, int failures, @Nullable Duration retryAfter) {
    long factor = 1L << Math.min(MOST_DOUBLINGS, failures);
    Duration doubled = source.interval().multipliedBy(factor);
    Duration wait = longer(bounded(doubled), source.interval());
    return now.plus(jittered(longer(wait, bounded(retryAfter))));
  }

  /** The first moment outside of the hours and days in which the feed asks to be left alone. */
  private static Instant outside(Pace pace, Instant at) {
    ZonedDateTime time = at.atZone(ZoneOffset.UTC);
    for (int hours = 0; hours <= 7 * 24; hours++) {
      if (!pace.skipHours().contains(time.getHour())
          && !pace.skipDays().contains(time.getDayOfWeek())) {
        return time.toInstant();
      }
      time = time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
    }
    // It asks never to be read, which cannot be meant.
    return at;
  }

  private Duration jittered(Duration wait) {
    return wait.plusMillis((long) (wait.toMillis() * CHANCE * random.getAsDouble()));
  }

  private static Duration bounded(@Nullable Duration wait) {
    if (wait == null || wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
