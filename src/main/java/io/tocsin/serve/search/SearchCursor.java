package io.tocsin.serve.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A place in the results, which are sorted by event time, the newest first, and then by id.
 *
 * @param time event time of the last article that was looked at, epoch milliseconds
 * @param id of it
 */
public record SearchCursor(long time, String id) {
  private static final int LONGEST = 4_000;

  /** Reads a printed one; empty when the text is none. */
  public static Optional<SearchCursor> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      int space = plain.indexOf(' ');
      return space < 1
          ? Optional.empty()
          : Optional.of(
              new SearchCursor(
                  Long.parseLong(plain.substring(0, space)), plain.substring(space + 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Letters, digits, {@code -} and {@code _} only. */
  @Override
  public String toString() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((time + " " + id).getBytes(StandardCharsets.UTF_8));
  }
}
