package io.tocsin.serve;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes articles that came over HTTP; implemented where articles are published. */
public interface Intake {
  /**
   * Publishes what is in a request, and returns when the broker has it.
   *
   * @param body one JSON object, an array of them, or one per line
   * @param contentType {@code application/json} or {@code application/x-ndjson}, with or without
   *     parameters
   */
  Answer accept(byte[] body, String contentType);

  /**
   * The answer to a request.
   *
   * @param status HTTP status: 202 when all were taken, 207 when some were, 400 when none could be,
   *     503 when the broker is away
   * @param items one per article, in the order of the request
   */
  record Answer(int status, List<Item> items) {
    /** Makes the list immutable. */
    public Answer {
      items = List.copyOf(items);
    }
  }

  /**
   * What became of one article.
   *
   * @param index its place in the request, from 0
   * @param status HTTP status of this one
   * @param id its id, when it was taken
   * @param message why not, when it was not
   * @param field the field at fault, when there is one
   */
  record Item(
      int index,
      int status,
      @Nullable String id,
      @Nullable String message,
      @Nullable String field) {}
}
