package io.tocsin.deliver.channel;

import java.time.Instant;

/** Writes a message as a receiver wants to read it. */
@FunctionalInterface
public interface Format {
  /**
   * The value to be written as JSON.
   *
   * @param now the time of the attempt
   */
  Object body(Message message, Instant now);
}
