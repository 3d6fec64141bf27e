package io.tocsin.ingest;

import java.time.Duration;

/**
 * What became of everything that was to be published.
 *
 * @param sent records that the cluster acknowledged; those that are no articles are among them
 * @param refusedLocally things that no record can carry, which were not sent
 * @param failed records that the cluster did not acknowledge
 * @param warnings records that were sent though they are no articles; they end on {@code
 *     news.rejected}
 * @param bytes bytes of the acknowledged values
 * @param elapsed how long it took
 * @param complete whether everything offered was tried; false when publishing stopped at a failure
 */
public record Summary(
    long sent,
    long refusedLocally,
    long failed,
    long warnings,
    long bytes,
    Duration elapsed,
    boolean complete) {

  /** 0 when everything that was offered has been sent, else 1. */
  public int exitCode() {
    return complete && failed == 0 && refusedLocally == 0 ? 0 : 1;
  }
}
