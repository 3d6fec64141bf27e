package io.tocsin.settings;

import java.time.Duration;

/** Durations as people write them, in settings and on the command line. */
public final class Durations {

  private Durations() {}

  /**
   * Reads {@code 500ms}, {@code 30s}, {@code 10m}, {@code 1h}, {@code 7d} or ISO 8601.
   *
   * @throws IllegalArgumentException when it is none; the message says what is right
   */
  public static Duration parse(String text) {
    return Kind.duration(text);
  }
}
