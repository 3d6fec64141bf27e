package io.tocsin.tag.forms;

import java.util.Map;

/**
 * Polish, Czech and Slovak declension, in the order genitive, dative, accusative, instrumental,
 * locative.
 *
 * <p>After the usual declension tables of the three languages: Polish softens the stem before -ie
 * and -e (t to ci, d to dzi, r to rz, ł to l, k to c, g to dz); Czech before -ě and -e (k to c, h
 * to z, r to ř); Slovak hardly does. Feminine nouns and feminine adjectives share -a, so both are
 * made.
 */
final class WestSlavic {
  private static final String POLISH =
      """
      ja        ji ji ję ją ji
      ia        ii/i ii/i ię ią ii/i
      ea        ei ei eę eą ei
      ua        ui ui uę uą ui
      ka        ki/kiej ce/kiej kę/ką ką ce/kiej
      ga        gi/giej dze/giej gę/gą gą dze/giej
      ha        hy/hej sze/że/hej hę/hą hą sze/że/hej
      ra        ry/rej rze/rej rę/rą rą rze/rej
      la        li li lę lą li
      ta        ty/tej cie/tej tę/tą tą cie/tej
      da        dy/dej dzie/dej dę/dą dą dzie/dej
      ła        ły/łej le/łej łę/łą łą le/łej
      ca        cy/cej cy/cej cę/cą cą cy/cej
      [bfmnpswzv]+a y/ej ie/ej ę/ą ą ie/ej
      [żć]+a    y y ę ą y
      sza       szy szy szę szą szy
      [bfmnpswzvx]+ a/u owi a em ie
      sz        sza/szu szowi sza szem szu
      cz        cza/czu czowi cza czem czu
      t         ta/tu towi ta tem cie
      d         da/du dowi da dem dzie
      r         ra/ru rowi ra rem rze
      ł         ła/łu łowi ła łem le
      [kg]+     a/u owi a iem u
      [hjlcż]+  a/u owi a em u
      ń         nia/niu niowi nia niem niu
      ś         sia/siu siowi sia siem siu
      ki        kiego kiemu kiego kim kim
      # plural nouns and adjectives share -y with the masculine adjective
      y         0/ów/ego om/emu ego ami/ym ach/ym
      niem+cy   iec com - cami czech
      węg+ry    ier rom - rami rzech
      wło+chy   ch chom - chami szech
      ie        ich/iego im/iemu ie/iego imi/im ich/im
      e         ych/ego ym/emu - ymi/ym ych/ym
      [kg]+o    a u - iem u
      [bdłmnprstwz]+o a u - em ie/u
      wo        wa wu - wem wie
      to        ta tu - tem cie
      """;

  private static final String CZECH =
      """
      ie        ie ii ii ií ii
      ea        eje/ey eji/ei eu eou eji/ei
      ka        ky/ké ce/ké ku/kou kou ce/ké
      ha        hy/hé ze/hé hu hou ze/hé
      ga        gy ze gu gou ze
      cha       chy še chu chou še
      ra        ry ře/re ru rou ře/re
      [bdflmnpstvzjcuio]+a y/i/e ě/e/i u ou ě/e/i
      á         é é ou ou é
      ová       ové ové ovou ovou ové
      ý         ého ému ého ým ém
      skyj      ského skému ského ským ském
      í         =/ího =/ímu =/ího =/ím =/ím
      é         ých ým é ými ých
      [bdfgklmnprstvwxzh]+ a/u u/ovi a em u/ě/e
      [jřšžčcďťň]+ e i/ovi e em i
      ec        ce ci ce cem ci
      ek        ka/ku ku/kovi ka kem ku
      pt        pta/ptu ptu - ptem ptě/ptu
      [bdfghklmnprstvz]+y ů/0 ům/ám y y/ami ech/ách
      o         a u - em u/ě
      """;

  private static final String SLOVAK =
      """
      ia        ie/ii ii iu iou ii
      ea        ey ei eu eou ei
      [bcčdfghjklmnprsštvzžuo]+a y/e/ej e/i/ej u/ú ou e/i/ej
      á         ej ej ú ou ej
      ová       ovej ovej ovú ovou ovej
      ý         ého ému ého ým om
      skyj      ského skému ského ským skom
      é         ých ým é ými ých
      [bdfghklmnprstvwxz]+ a/u u/ovi a om e/u
      [cčjšžďťňľ]+ a i/ovi a om i
      ec        ca cu/covi ca com ci
      ek        ka/ku ku/kovi ka kom ku
      pt        pta/ptu ptu - ptom pte
      y         ov/0 om/ám y mi/ami och/ách
      o         a u - om u/e
      """;

  private WestSlavic() {}

  static Map<String, Inflection> languages() {
    return Map.of(
        "pl", new Agreement(Endings.of(5, POLISH)),
        "cs", new Agreement(Endings.of(5, CZECH)),
        "sk", new Agreement(Endings.of(5, SLOVAK)));
  }
}
