package io.tocsin.tag.forms;

import java.util.Map;

/**
 * Plurals of Spanish, Portuguese, French and Italian, the only inflection of names there: los
 * Kirchner or Kirchners, les Balkans.
 *
 * <p>After the plural rules of school grammars: -s after a vowel and -es after a consonant in
 * Spanish and Portuguese (-ão to -ões, -l to -is), -s in French except after s, x, z, a change of
 * vowel in Italian.
 */
final class Romance {
  private Romance() {}

  static Map<String, Inflection> languages() {
    return Map.of(
        "es",
        table("[aeiouáéóí]+ s\n[bcdfgjklmnprty]+ s/es\nz ces"),
        "pt",
        table(
            "[aeiouáéíóúnpt]+ s\n[rnz]+ s/es\nm ns\nil is/eis\nel éis\nal ais\nol óis\não ões/ãos/ães"),
        "fr",
        table("[abcdefghijklmnopqrtuvwyéèê]+ s\nau aux\neu eux\nal aux/als"),
        "it",
        table("a e\nca che\nga ghe\no i\nco chi/ci\ngo ghi\ne i\nia ie"));
  }

  private static Inflection table(String endings) {
    return LastWord.of(Endings.of(1, endings));
  }
}
