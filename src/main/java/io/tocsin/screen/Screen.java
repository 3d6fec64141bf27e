package io.tocsin.screen;

import java.time.Duration;

/**
 * Decides about one article: accepted with identity, time and language, or refused with a reason.
 */
public final class Screen {
  private final Duration ahead;
  private final Duration grace;

  /**
   * A screen with its rules of time.
   *
   * @param ahead how far ahead of the receive time an article's time is believed
   * @param grace how far behind the newest trusted time an article is on time
   */
  public Screen(Duration ahead, Duration grace) {
    this.ahead = ahead;
    this.grace = grace;
  }

  Duration ahead() {
    return ahead;
  }

  Duration grace() {
    return grace;
  }
}
