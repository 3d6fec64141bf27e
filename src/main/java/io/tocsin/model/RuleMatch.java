package io.tocsin.model;

import java.util.List;

/**
 * The query of a {@code match} rule matched an article.
 *
 * @param rule id of the rule
 * @param spans the words that made it match; at least one
 */
public record RuleMatch(String rule, List<FieldSpan> spans) {
  /** Makes the spans immutable. */
  public RuleMatch {
    spans = List.copyOf(spans);
  }
}
