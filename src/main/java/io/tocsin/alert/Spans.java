package io.tocsin.alert;

import java.time.Duration;

/** Lengths of time as people read them. */
final class Spans {
  private Spans() {}

  /** Whole days, hours or minutes, whichever fits. */
  static String text(Duration length) {
    long minutes = length.toMinutes();
    if (minutes % 1440 == 0) {
      return minutes / 1440 + " d";
    }
    return minutes % 60 == 0 ? minutes / 60 + " h" : minutes + " min";
  }
}
