package io.tocsin.model;

import java.util.List;

/**
 * A name in the text that is on no watchlist.
 *
 * @param text its normal form within the article: the longest form found
 * @param kind {@code person}, {@code organisation} or {@code place}
 * @param confidence 0 to 1
 * @param spans where it stands
 */
public record Name(String text, String kind, double confidence, List<FieldSpan> spans) {
  /** Makes the spans immutable. */
  public Name {
    spans = List.copyOf(spans);
  }
}
