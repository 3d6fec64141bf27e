package io.tocsin.serve.search;

import io.tocsin.model.FieldSpan;
import io.tocsin.model.TaggedArticle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of results.
 *
 * @param hits the newest event time first
 * @param next where the next page begins; null when there is nothing more
 * @param complete false when the search ended before the page was full, because it took too long;
 *     {@code next} goes on from there
 * @param looked how many articles were held against the query
 */
public record SearchPage(
    List<Hit> hits, @Nullable SearchCursor next, boolean complete, int looked) {
  /** Makes the list immutable. */
  public SearchPage {
    hits = List.copyOf(hits);
  }

  /**
   * One article.
   *
   * @param article as it was tagged
   * @param spans what made it match, in reading order; empty without a query
   */
  public record Hit(TaggedArticle article, List<FieldSpan> spans) {
    /** Makes the list immutable. */
    public Hit {
      spans = List.copyOf(spans);
    }
  }
}
