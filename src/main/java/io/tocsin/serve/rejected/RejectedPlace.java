package io.tocsin.serve.rejected;

import java.util.Optional;

/**
 * Where a record lies on {@code news.rejected}; printed as {@code partition/offset}.
 *
 * @param partition of the topic
 * @param offset in it
 */
public record RejectedPlace(int partition, long offset) {

  /** Reads {@code partition/offset}; empty when the text is not that. */
  public static Optional<RejectedPlace> parse(String text) {
    if (!text.matches("[0-9]{1,9}/[0-9]{1,18}")) {
      return Optional.empty();
    }
    int slash = text.indexOf('/');
    return Optional.of(
        new RejectedPlace(
            Integer.parseInt(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1))));
  }

  @Override
  public String toString() {
    return partition + "/" + offset;
  }
}
