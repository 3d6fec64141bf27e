package io.tocsin.tag.query;

import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.text.Words;
import java.util.Set;

/**
 * The words that stand in nearly every article of some language: articles, conjunctions,
 * prepositions, particles. An own list for the languages that news come in most.
 */
public final class CommonWords {
  private static final Set<String> WORDS =
      Set.copyOf(
          Set.of(
              Words.folded(
                      """
                      the a an of to in and or for on with that is was it as at by be from this has have had are were not but
                      he she they his her their its we you i who which will would said
                      der die das den dem des ein eine einen einer und oder in im zu zum zur von vom mit auf für ist nicht es sie er
                      le la les un une des du de et ou à au aux en dans que qui il elle est pour par sur
                      el los las una unos y o del al con por para se su es lo
                      il lo gli i e di da nel della delle che non si è
                      os as um uma do da dos em no na não com ao
                      het een van en dat niet zijn op te
                      и в во не на что с со как по из у за от о об для это он она они а но к его
                      і та що не з до як це він вона
                      w i z na do się nie że to jest o
                      och att det som en ett på av är för till inte
                      ve bir bu da de için ile
                      في من على إلى أن التي الذي هذا مع عن و
                      की के में है और को से का
                      的 是 在 了 一 不 有 の に は を た が で
                      """)
                  .stream()
                  .distinct()
                  .toArray(String[]::new)));

  private CommonWords() {}

  /** Whether it is one of these words by itself. */
  public static boolean isOne(Term term) {
    return term.words().size() == 1
        && !term.prefix()
        && term.exact().isEmpty()
        && WORDS.contains(term.words().get(0));
  }
}
