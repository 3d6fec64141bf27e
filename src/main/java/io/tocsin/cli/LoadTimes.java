package io.tocsin.cli;

import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How long a watchlist took to read and to compile: what stands between the start of the service
 * and its first article.
 */
final class LoadTimes {
  private final LongSupplier nanos;
  private long read;
  private long compiled;

  /**
   * @param nanos a clock that only goes forward, such as {@link System#nanoTime}
   */
  LoadTimes(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Reads it, by the clock. */
  <T> T read(Supplier<T> reading) {
    long start = nanos.getAsLong();
    T result = reading.get();
    read = nanos.getAsLong() - start;
    return result;
  }

  /**
   * Compiles it, by the clock.
   *
   * @return whether it could be compiled
   */
  boolean compile(Runnable compiling) {
    long start = nanos.getAsLong();
    try {
      compiling.run();
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    } finally {
      compiled = nanos.getAsLong() - start;
    }
  }

  /** Such as {@code read in 0.41 s, compiled in 0.22 s}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "read in %.2f s, compiled in %.2f s", read / 1e9, compiled / 1e9);
  }
}
