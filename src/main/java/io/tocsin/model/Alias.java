package io.tocsin.model;

import java.util.List;

/**
 * One way to write a subject.
 *
 * @param text the words; may end in {@code *}
 * @param exactCase true when only this very spelling counts
 * @param needs at least one of these must stand in the article; empty when no context is needed
 * @param never none of these may stand in the article
 */
public record Alias(String text, boolean exactCase, List<String> needs, List<String> never) {
  /** Makes the lists immutable. */
  public Alias {
    needs = List.copyOf(needs);
    never = List.copyOf(never);
  }

  /** An alias without conditions. */
  public static Alias of(String text) {
    return new Alias(text, false, List.of(), List.of());
  }
}
