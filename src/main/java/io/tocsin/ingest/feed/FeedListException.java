package io.tocsin.ingest.feed;

import java.util.List;

/**
 * A list of feeds that cannot be used; the message has one line per problem, each with its place.
 */
public final class FeedListException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FeedListException(List<String> problems) {
    super(String.join("\n", problems));
  }
}
