package io.tocsin.tag.forms;

import java.util.List;
import java.util.function.Consumer;

/**
 * Conjunctions and prepositions of Arabic and Hebrew, which are written onto the first word.
 *
 * <p>After the grammars' lists of one-letter particles: Arabic wa-, fa-, bi-, li-, ka- and their
 * chains, where li- before the article drops its alef (للصين); Hebrew ve-, ha-, be-, le-, mi-,
 * she-, ke- and their chains. The Arabic article is not put before a name that has none: proper
 * names do not take it, and with it some become common adjectives (مالي Mali, المالي financial).
 */
final class Semitic implements Inflection {
  static final Inflection ARABIC =
      new Semitic(
          List.of("و", "ب", "ل", "ف", "ك", "وب", "ول", "فب", "فل", "وك"),
          List.of("و", "ب", "ف", "ك", "وب", "فب", "وك"));

  static final Inflection HEBREW =
      new Semitic(
          List.of(
              "ו", "ב", "ל", "מ", "ש", "כ", "ה", "וב", "ול", "ומ", "ושב", "וש", "שב", "של", "שמ",
              "כש", "מה", "וה", "שה"),
          List.of());

  private static final String ARTICLE = "ال";

  private final List<String> prefixes;
  private final List<String> beforeArticle;

  private Semitic(List<String> prefixes, List<String> beforeArticle) {
    this.prefixes = prefixes;
    this.beforeArticle = beforeArticle;
  }

  @Override
  public void add(Name name, Consumer<String> forms) {
    String first = name.words().get(0);
    boolean article = first.startsWith(ARTICLE) && !beforeArticle.isEmpty();
    for (String prefix : article ? beforeArticle : prefixes) {
      forms.accept(name.with(0, prefix + first));
    }
    if (article) {
      String noun = first.substring(ARTICLE.length());
      for (String prefix : List.of("لل", "ولل", "فلل")) {
        forms.accept(name.with(0, prefix + noun));
      }
    }
  }
}
