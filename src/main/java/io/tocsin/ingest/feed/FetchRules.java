package io.tocsin.ingest.feed;

import io.tocsin.outbound.OutboundLimits;
import java.time.Duration;

/**
 * How feeds are fetched.
 *
 * @param userAgent who we say we are
 * @param bytes of a feed, packed or not
 * @param total time for one answer, however slowly it drips
 */
public record FetchRules(String userAgent, int bytes, Duration total) {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  /**
   * The usual rules.
   *
   * @param version of this program
   * @param contact mail or web address of whoever runs it, for the publisher; empty for none
   */
  public static FetchRules standard(String version, String contact) {
    String who = contact.isEmpty() ? "self-hosted news monitor" : contact;
    return new FetchRules(
        "Tocsin/" + version + " (" + who + ")", 10_000_000, Duration.ofSeconds(30));
  }

  /** The same as limits of the client. */
  OutboundLimits limits() {
    return new OutboundLimits(CONNECT, total, bytes);
  }
}
