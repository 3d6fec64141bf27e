package io.tocsin.wire.watchlist;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tocsin.wire.Json;
import java.io.IOException;
import java.time.Instant;

/**
 * The marker that ends a version on the topic, under the key {@link WatchlistState#MARKER}:
 * everything before it belongs to it.
 *
 * @param version counted from 1
 * @param effectiveFrom articles received at or after this instant see it
 * @param subjects how many there are
 * @param rules how many there are
 * @param appliedAt when it was written
 * @param by who wrote it: user and host
 */
public record WatchlistVersion(
    long version, Instant effectiveFrom, int subjects, int rules, Instant appliedAt, String by) {

  /** As UTF-8 JSON. */
  public byte[] bytes() {
    try {
      return Json.MAPPER.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a marker of numbers and times could not be written", e);
    }
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException when it is no marker
   */
  static WatchlistVersion read(byte[] json) {
    try {
      WatchlistVersion marker = Json.MAPPER.readValue(json, WatchlistVersion.class);
      if (marker.version < 1 || marker.effectiveFrom == null) {
        throw new IllegalArgumentException(
            "a marker needs a version from 1 and the time effectiveFrom");
      }
      return marker;
    } catch (IOException e) {
      throw new IllegalArgumentException("is no marker of a version: " + e.getMessage(), e);
    }
  }
}
