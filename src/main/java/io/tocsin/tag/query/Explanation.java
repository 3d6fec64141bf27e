package io.tocsin.tag.query;

import io.tocsin.model.FieldSpan;
import java.util.List;

/**
 * Why a query, or a part of it, matched an article or did not.
 *
 * @param text the part, as text
 * @param matched whether it matched
 * @param spots where it did
 * @param reason what kept it from matching, or more about the match; empty when there is no more to
 *     say
 * @param parts the same for what it is made of
 */
public record Explanation(
    String text, boolean matched, List<Spot> spots, String reason, List<Explanation> parts) {

  /**
   * A place in an article.
   *
   * @param span its field and offsets
   * @param surface the characters there
   */
  public record Spot(FieldSpan span, String surface) {}

  /** Makes the lists immutable. */
  public Explanation {
    spots = List.copyOf(spots);
    parts = List.copyOf(parts);
  }
}
