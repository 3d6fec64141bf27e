package io.tocsin.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to write a subject.
 *
 * @param text the words; may end in {@code *}
 * @param exactCase true when only this very spelling counts
 * @param needs at least one of these must stand in the article; empty when no context is needed
 * @param never none of these may stand in the article
 * @param language BCP 47 tag of the language that it is written in, whose endings it takes; null
 *     when only this form counts
 */
public record Alias(
    String text,
    boolean exactCase,
    List<String> needs,
    List<String> never,
    @Nullable String language) {
  /** Makes the lists immutable. */
  public Alias {
    needs = List.copyOf(needs);
    never = List.copyOf(never);
  }

  /** An alias of no language. */
  public Alias(String text, boolean exactCase, List<String> needs, List<String> never) {
    this(text, exactCase, needs, never, null);
  }

  /** An alias without conditions, of no language. */
  public static Alias of(String text) {
    return new Alias(text, false, List.of(), List.of(), null);
  }

  /** The same text under the same conditions, in a language; null for none. */
  public Alias in(@Nullable String newLanguage) {
    return new Alias(text, exactCase, needs, never, newLanguage);
  }
}
