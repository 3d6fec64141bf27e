package io.tocsin.model;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * An article that passed the screen.
 *
 * @param id its settled id, never blank
 * @param article the article; its text fields are exactly as received (after the door's repairs)
 * @param publisher registrable domain of the URL, or given source, or host, or {@code unknown}
 * @param eventTime the checked event time
 * @param receivedAt the time of its record on {@code news.articles}
 * @param marks what was noted
 */
public record ScreenedArticle(
    String id,
    Article article,
    String publisher,
    Instant eventTime,
    Instant receivedAt,
    Set<Mark> marks) {

  /** Makes the marks immutable. */
  public ScreenedArticle {
    marks = Collections.unmodifiableSet(new TreeSet<>(marks));
  }
}
