package io.tocsin.deliver;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * How long to wait after each failure. Three days and three hours pass from the first attempt to
 * the tenth and last, so that a receiver may be down over a weekend.
 */
final class Schedule {

  /** After the first failure, the second, and so on. */
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  /** Attempts in all. */
  static final int ATTEMPTS = PAUSES.size() + 1;

  /** A pause is longer by up to this share, so that what failed together does not come together. */
  private static final double JITTER = 0.1;

  private final DoubleSupplier random;

  /**
   * A schedule.
   *
   * @param random numbers from 0 to 1
   */
  Schedule(DoubleSupplier random) {
    this.random = random;
  }

  /**
   * How long to wait after a failure; empty when it was the last attempt.
   *
   * @param attempt that failed, from 1
   */
  Optional<Duration> after(int attempt) {
    return attempt > PAUSES.size() ? Optional.empty() : Optional.of(jittered(attempt));
  }

  /** How long to leave a receiver alone that failed so many times in a row. */
  Duration pause(int failures) {
    return jittered(Math.min(failures, 2));
  }

  private Duration jittered(int attempt) {
    Duration pause = PAUSES.get(attempt - 1);
    return pause.plusMillis((long) (pause.toMillis() * JITTER * random.getAsDouble()));
  }
}
