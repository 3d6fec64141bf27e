package io.tocsin.ingest.feed;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the server gave us to ask whether anything changed; sent back letter by letter.
 *
 * @param etag value of the ETag header; null for none
 * @param lastModified value of the Last-Modified header; null for none
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {
  /** Nothing to ask with. */
  public static final Validators NONE = new Validators(null, null);

  private static final int LONGEST = 1_000;

  /** Validators of an answer, without what could not be sent back as a header. */
  static Validators of(@Nullable String etag, @Nullable String lastModified) {
    return new Validators(sendable(etag), sendable(lastModified));
  }

  /** Whether a server can say "not modified" to them. */
  boolean isEmpty() {
    return etag == null && lastModified == null;
  }

  /** The headers of a conditional request. */
  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    if (etag != null) {
      headers.put("If-None-Match", etag);
    }
    if (lastModified != null) {
      headers.put("If-Modified-Since", lastModified);
    }
    return headers;
  }

  private static @Nullable String sendable(@Nullable String value) {
    boolean usable =
        value != null
            && !value.isBlank()
            && value.length() <= LONGEST
            && value.chars().allMatch(unit -> unit >= ' ' && unit < 0x7F);
    return usable ? value : null;
  }
}
