package io.tocsin.tag.forms;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The forms in which a name stands in running text: made when a watchlist is compiled, so that
 * reading an article costs nothing more and nothing is guessed while reading.
 *
 * <p>The tables make too many forms rather than too few: a form that no writer uses finds nothing.
 * What could be another word is kept out by length here, and by capitals and written aliases where
 * the forms are used.
 */
public final class Forms {
  /** Most forms of one alias; the commonest endings come first. */
  public static final int MOST = 60;

  /** Shorter forms are ordinary words too often. */
  static final int SHORTEST = 4;

  /** Longer names are titles of something, which nobody inflects by our tables. */
  private static final int MOST_WORDS = 6;

  private static final Map<String, Inflection> BY_LANGUAGE = byLanguage();

  private Forms() {}

  /** The codes of the languages whose names have forms, by ISO 639-1. */
  public static Set<String> languages() {
    return BY_LANGUAGE.keySet();
  }

  /**
   * The inflected forms of an alias, without the alias itself.
   *
   * @param alias in its base form; one that ends in {@code *} finds its endings itself and has none
   * @param language BCP 47; one without inflection, or without a table here, gives no forms
   * @return at most {@link #MOST}, each of four letters or more
   */
  public static Collection<String> of(String alias, String language) {
    Inflection inflection = BY_LANGUAGE.get(primary(language));
    Name name = Name.of(alias);
    if (inflection == null
        || alias.endsWith("*")
        || name.words().isEmpty()
        || name.words().size() > MOST_WORDS) {
      return List.of();
    }
    Set<String> forms = new LinkedHashSet<>();
    inflection.add(name, form -> keep(form, alias, forms));
    return forms;
  }

  private static void keep(String form, String alias, Set<String> forms) {
    if (forms.size() < MOST && letters(form) >= SHORTEST && !form.equals(alias)) {
      forms.add(form);
    }
  }

  /** A syllable of Hangul is two letters or three. */
  private static int letters(String form) {
    int letters = 0;
    for (int i = 0; i < form.length() && letters < SHORTEST; i++) {
      char c = form.charAt(i);
      letters += Character.isLetter(c) ? (Korean.isSyllable(c) ? 2 : 1) : 0;
    }
    return letters;
  }

  private static String primary(String language) {
    int dash = language.indexOf('-');
    return (dash < 0 ? language : language.substring(0, dash)).toLowerCase(Locale.ROOT);
  }

  private static Map<String, Inflection> byLanguage() {
    Map<String, Inflection> all = new HashMap<>();
    all.putAll(EastSlavic.languages());
    all.putAll(WestSlavic.languages());
    all.putAll(SouthSlavic.languages());
    all.putAll(Romance.languages());
    all.putAll(Germanic.languages());
    all.put("el", new Agreement(Greek.ENDINGS));
    all.put("fi", new LastWord(new Finnish()));
    all.put("hu", new LastWord(new Hungarian()));
    all.put("tr", new LastWord(new Turkish()));
    all.put("az", new LastWord(new Turkish()));
    all.put("ko", new LastWord(new Korean()));
    all.put("ar", Semitic.ARABIC);
    all.put("he", Semitic.HEBREW);
    return Map.copyOf(all);
  }
}
