package io.tocsin.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One article that an alert stands on.
 *
 * @param article its id
 * @param title its headline
 * @param url where it was published
 * @param publisher who published it
 * @param publishedAt its event time
 * @param snippet the sentence in which the subject stands, at most 300 characters
 * @param spans the subject's surface forms within the snippet
 */
public record Evidence(
    String article,
    @Nullable String title,
    @Nullable String url,
    String publisher,
    Instant publishedAt,
    String snippet,
    List<Span> spans) {
  /** Makes the spans immutable. */
  public Evidence {
    spans = List.copyOf(spans);
  }
}
