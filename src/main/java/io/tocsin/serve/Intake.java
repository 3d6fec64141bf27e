package io.tocsin.serve;

import io.tocsin.ingest.IntakeAnswer;

/** Takes articles that came over HTTP; implemented where articles are published. */
@FunctionalInterface
public interface Intake {
  /**
   * Publishes what is in a request, and returns when the broker has it.
   *
   * @param body one JSON object, an array of them, or one per line
   * @param contentType {@code application/json} or {@code application/x-ndjson}, with or without
   *     parameters
   */
  IntakeAnswer accept(byte[] body, String contentType);
}
