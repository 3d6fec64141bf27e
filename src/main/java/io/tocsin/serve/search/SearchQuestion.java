package io.tocsin.serve.search;

import io.tocsin.tag.query.Query;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is searched for.
 *
 * @param query what must stand in an article; null for every article
 * @param from earliest event time; null for no bound
 * @param to the event time must be before it; null for no bound
 * @param subjects ids of subjects that must all be mentioned
 * @param after the last article of the page before; null for the first page
 * @param limit most articles of the page
 */
public record SearchQuestion(
    @Nullable Query query,
    @Nullable Instant from,
    @Nullable Instant to,
    List<String> subjects,
    @Nullable SearchCursor after,
    int limit) {
  /** Makes the list immutable. */
  public SearchQuestion {
    subjects = List.copyOf(subjects);
  }
}
