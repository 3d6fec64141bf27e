package io.tocsin.tag.forms;

import java.util.HashMap;
import java.util.Map;

/**
 * Serbian, Croatian, Bosnian and Montenegrin in both alphabets, and Slovenian, in the order
 * genitive, dative and locative, accusative, instrumental.
 *
 * <p>After the common declension tables: feminine in -a with k, g, h becoming c, z, s before -i,
 * countries in -ska declined as adjectives, masculine with -om or, after a soft consonant, -em.
 */
final class SouthSlavic {
  private static final String SERBIAN =
      """
      a         e i/oj u om
      ja        je ji/joj ju jom
      ka        ke ci/ki/koj ku kom
      ska       ske skoj/ski sku skom
      ga        ge zi/gi/goj gu gom
      ha        he si/hi hu hom
      [bdfghklmnprstvz]+ a u a om
      [cčćđšžj]+ a u a em/om
      in        ina inu ina inom/inim
      [oe]+v    va vu va vom/vim
      ac        ca cu ca cem
      ar        ara/ra aru/ru ara/ra arom/rom
      ski       skog/skoga skom/skome skog/skoga skim
      i         a/og/ih ima/om e/og im/ima
      e         ih/a im/ama e im/ama
      o         a u - om
      """;

  private static final String SLOVENIAN =
      """
      a         e i o o
      [bdfghklmnprstvz]+ a u a om
      [cčšžj]+  a u a em
      [jc]+a    e i o o
      ski       skega skemu/skem skega skim
      i         ov om e i/ih
      e         ih/0 im/am e imi/ami
      o         a u - om
      """;

  private static final String LATIN = "abvgdđežzijklmnoprstćuhcčš";
  private static final String CYRILLIC = "абвгдђежзијклмнопрстћухцчш";

  private SouthSlavic() {}

  static Map<String, Inflection> languages() {
    Map<String, Inflection> languages = new HashMap<>();
    Inflection serbian =
        new Agreement(Endings.of(4, SERBIAN + "\n" + cyrillic() + "\n[љњ]+ а у а ем\n"));
    for (String code : new String[] {"sr", "hr", "bs", "sh"}) {
      languages.put(code, serbian);
    }
    languages.put("sl", new Agreement(Endings.of(4, SLOVENIAN)));
    return languages;
  }

  /** The same table in the other alphabet: the two correspond letter by letter. */
  private static String cyrillic() {
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < SERBIAN.length(); i++) {
      char c = SERBIAN.charAt(i);
      int at = LATIN.indexOf(c);
      table.append(at < 0 ? c : CYRILLIC.charAt(at));
    }
    return table.toString();
  }
}
