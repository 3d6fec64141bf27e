package io.tocsin.tag.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Turkish case suffixes on names, with or without the apostrophe, which folds away: Rusya'nın,
 * Devletleri'nde; Azerbaijani has nearly the same.
 *
 * <p>After the tables of vowel harmony in Turkish grammars: suffixes with a narrow vowel have i or
 * u, those with a wide one e or a; buffer letters n and y after a vowel; d becomes t after a
 * voiceless consonant. Foreign names follow their sound and not their spelling (Biden'ın,
 * Trump'ın), so both harmonies are made; letters that fold alike are made once.
 */
final class Turkish implements Function<String, List<String>> {
  private static final Locale LOCALE = Locale.forLanguageTag("tr");
  private static final String VOWELS = "aeıioöuüəâîû";
  private static final String VOICELESS = "çfhkpsştx";

  /** After a vowel: both buffers, because compounds such as Devletleri take n in every case. */
  private static final List<String> AFTER_VOWEL =
      List.of(
          "nin", "nun", "ya", "ye", "yi", "yu", "da", "de", "dan", "den", "yla", "yle", "na", "ne",
          "ni", "nu", "nda", "nde", "ndan", "nden", "daki", "deki", "ndaki", "ndeki", "li", "lu",
          "dir", "dur", "lilar", "liler");

  private static final List<String> AFTER_CONSONANT =
      List.of("in", "un", "a", "e", "i", "u", "la", "le", "li", "lu", "lar", "ler");

  private static final List<String> DENTAL =
      List.of("a", "e", "an", "en", "aki", "eki", "ir", "ur");

  @Override
  public List<String> apply(String word) {
    char last = Character.toLowerCase(word.charAt(word.length() - 1));
    List<String> forms = new ArrayList<>();
    boolean acronym = Name.isAcronym(word);
    if (acronym || VOWELS.indexOf(last) >= 0) {
      // An acronym is spelled out, and most letters end in a vowel then: ABD'nin.
      AFTER_VOWEL.forEach(suffix -> forms.add(word + suffix));
    }
    if (acronym || VOWELS.indexOf(last) < 0) {
      AFTER_CONSONANT.forEach(suffix -> forms.add(word + suffix));
      String dental = VOICELESS.indexOf(last) >= 0 ? "t" : "d";
      DENTAL.forEach(suffix -> forms.add(word + dental + suffix));
    }
    softened(word, forms);
    return forms;
  }

  /** Common nouns in a name soften their last letter before a vowel: Krallık, Krallığı. */
  private static void softened(String word, List<String> forms) {
    if (!word.toLowerCase(LOCALE).endsWith("k") || word.length() < 5) {
      return;
    }
    String stem = word.substring(0, word.length() - 1) + "ğ";
    List.of("i", "in", "a", "e", "u", "un", "ina", "inda").forEach(s -> forms.add(stem + s));
  }
}
