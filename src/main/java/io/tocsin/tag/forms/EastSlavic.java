package io.tocsin.tag.forms;

import java.util.Map;

/**
 * Russian and Ukrainian declension of nouns, adjectives and surnames, in the order genitive,
 * dative, accusative, instrumental, prepositional; the definite article of Bulgarian, which has no
 * cases.
 *
 * <p>After the declension tables that school grammars of the three languages agree on: three
 * declensions of nouns by gender and stem, hard and soft; adjectives of hard, soft and mixed stems;
 * surnames in -ов, -ин with the instrumental of adjectives; g, k, kh before the Ukrainian -і become
 * z, ts, s; closed -ів, -їв open to -ов-, -єв-.
 */
final class EastSlavic {
  private static final String RUSSIAN =
      """
      # feminine and masculine in -а, -я; adjectives in -ая, -яя
      ия        ии ии ию ией ии
      [аеоуюьйыябвгдзклмнпрстфх]+я и е ю ей е
      ая        ой ой ую ой ой
      [жшщч]+ая ей/ой ей/ой ую ей/ой ей/ой
      яя        ей ей юю ей ей
      [бвдзлмнпрстф]+а ы е у ой е
      [кгх]+а   и е у ой е
      [жшчщ]+а  и е у ей/ой е
      [ц]+а     ы е у ей/ой е
      [аеиоуюэя]+а  ы е у ой е
      [её]в+а   ы/ой е/ой у ой е/ой
      ов+а      ы/ой е/ой у ой е/ой
      [иы]н+а   ы/ой е/ой у ой е/ой
      # masculine in a consonant; inanimate accusative is the base form
      [бвгдзклмнпрстфх]+ а у а ом е
      [жшчщц]+  а у а ем/ом е
      [иы]+н    на ну на ном/ным не
      [оеё]+в   ва ву ва вом/вым ве
      ец        ца/еца цу/ецу ца/еца цем/цом/ецом це/еце
      ипет      ипта ипту - иптом ипте
      авел      авла авлу авла авлом авле
      # -й: nouns, and adjectives in -ий, -ый, -ой
      [аеуюэяё]+й я ю я ем е
      ый        ого ому ого ым ом
      ой        ого/оя ому/ою ого/оя ым/оем ом/ое
      ий        ия ию ия ием ии
      [кгх]+ий  ого ому ого им ом
      [жшчщ]+ий его ему его им ем
      [н]+ий    ия/его ию/ему ия/его ием/им ии/ем
      # -ь is of either gender
      ь         я/и ю/и я ем/ью е/и
      # neuter; other names in -о and -е do not change
      [её]в+о   а у - ом е
      [ои]в+о   а у - ом е
      ин+о      а у - ом е
      ство      ства ству - ством стве
      ое        ого ому - ым ом
      ье        ья ью - ьем ье
      # plural: Нидерланды, Филиппины; adjectives in -ые, -ие
      ы         ов/0 ам - ами ах
      [кгхжшчщ]+и 0 ам - ами ах
      ые        ых ым ых ыми ых
      ие        их им их ими их
      """;

  private static final String UKRAINIAN =
      """
      ія        ії ії ію ією ії
      [аеєиіоуюя]+я ї ї ю єю ї
      [бвгґдзклмнпрстфхь]+я і і ю ею і
      [бвдзлмнпрстфцаеиоу]+а и/ої і/ій у ою і/ій
      ка        ки/кої ці/кій ку кою ці/кій
      га        ги/гої зі/гій гу гою зі/гій
      ха        хи/хої сі/хій ху хою сі/хій
      [жшчщ]+а  і/ої і/ій у ею/ою і/ій
      [бвгґдзклмнпрстфх]+ а/у у/ові а/у ом і/у
      [жшчщц]+  а/у у/еві а ем і
      [иії]+н   на/ну ну/нові на/ну ном/ним ні
      [оеє]+в   ва/ву ву/вові ва/ву вом/вим ві
      ів        ова/іва/ову ову/ові/іву ова/іва овом/івом ові/іві
      їв        єва/їва єву/їву єва/їва євом/ївом єві/їві
      ець       ця цю/цеві ця цем ці/цю
      ет        ету/ту ету/ту - етом/том еті/ті
      [аеоуюяє]+й я/ю ю/єві я єм ї/ю
      ий        ого ому ого им ому/им
      ій        ія/ію/ього ію/ієві/ьому ія/ього ієм/ім ії/ьому
      ь         я/ю/і ю/еві/і я ем/ю і/ю
      сь        ся/сі сю/сі ся сем/ссю сі
      нь        ня/ню/ні ню/ні ня нем/нню ні
      ть        тя/ті тю/ті тя тем/ттю ті
      [вкл]+о   а у/ові - ом і/у
      [ст]в+о   а у - ом і
      е         ого ому - им ому
      и         ів/0 ам - ами ах
      і         их им их ими их
      """;

  private static final String BULGARIAN =
      """
      а    ата
      я    ята
      о    ото
      е    ето
      и    ите
      ски  ския/ският
      [бвгджзклмнпрстфхцчш]+ а/ът
      й    я/ят
      """;

  private EastSlavic() {}

  static Map<String, Inflection> languages() {
    return Map.of(
        "ru", new Agreement(Endings.of(5, RUSSIAN)),
        "uk", new Agreement(Endings.of(5, UKRAINIAN)),
        "bg", new Agreement(Endings.of(1, BULGARIAN)));
  }
}
