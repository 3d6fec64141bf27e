package io.tocsin.screen;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * The most frequent function words, and the letters, by which languages of the Latin script tell
 * themselves apart.
 */
final class SmallWords {
  /** Words by language. A word may stand in several; the sum decides. */
  static final Map<String, Set<String>> BY_LANGUAGE =
      Map.ofEntries(
          words(
              "en",
              "a about after against all also amid an and any are as at be been before but by can could did do does down first for from get had has have he her here him his how i if in into is it its just last like make makes may me more most new no not now of off on one only or our out over people said says set she should so some than that the their them then there these they this those through to two under until up us was we week were what when where which while who why will with would year years you your"),
          words(
              "de",
              "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch"),
          words(
              "fr",
              "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la avec son aux d l cette ou mais leur ses été nous après elle ont à"),
          words(
              "es",
              "de la que el en y a los del se las por un para con no una su al lo como más o pero sus le ha este sí porque esta entre cuando muy sin sobre también hasta desde fue según tras"),
          words(
              "it",
              "di e il la che in un a per è una sono con non si da del della le dei nel al alla più ha gli lo come anche ma i dal delle nella su questo dopo stato degli ai"),
          words(
              "pt",
              "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito nos já também pelo pela até isso após são foi"),
          words(
              "nl",
              "de van een het en in is dat op te zijn met voor niet aan er om ook als dan maar bij of uit nog naar door over ze zich hij wordt worden heeft deze geen tegen was kan meer zal"),
          words(
              "pl",
              "w na się nie że jest jak po co tak za od ale przez dla są był przy oraz może już jego tym które który także po roku pod"),
          words(
              "tr",
              "ve bir bu da de için ile olarak daha çok sonra kadar gibi olan en ne ise ama değil dedi olduğu her iki var yeni tarafından"),
          words(
              "sv",
              "och i att det som en på är av för med till den har de inte om ett han men var sig så från vi kan när efter ska också under eller"),
          words(
              "da",
              "og i at det er en til af på den for med de der ikke som har et han om fra var kan vil men efter også skal eller blev"),
          words(
              "no",
              "og i det er på som til en av for at med de har ikke den et om han fra var kan vil men etter også skal eller ble å"),
          words(
              "fi",
              "ja on ei että se oli ovat mutta joka mukaan myös kun hän ole tai sen jälkeen kuin vain nyt sekä jo vielä"),
          words(
              "cs",
              "se na je že jako za ale po pro který si jsou podle která také jeho byl při od už nebo"),
          words(
              "hu",
              "a az és hogy nem is egy van meg volt ez de csak már mint azt el még lesz szerint kell vagy után"),
          words(
              "ro",
              "de și în a la cu pe care nu din că o să un este se au mai pentru fost sau prin după fi sunt al ale"),
          words(
              "id",
              "yang dan di dari ini untuk dengan itu pada dalam tidak akan juga ke oleh telah adalah sebagai ada bisa mereka karena lebih"),
          words(
              "vi",
              "và của là có không được trong cho một các với đã người những này khi đến tại từ"));

  /** Letters by language; a letter that many use stands with those that use it most. */
  static final Map<String, String> LETTERS =
      Map.ofEntries(
          Map.entry("de", "äöüß"),
          Map.entry("fr", "çœèêëàâùûîï"),
          Map.entry("es", "ñ¿¡"),
          Map.entry("it", "òì"),
          Map.entry("pt", "ãõ"),
          Map.entry("pl", "łąęśźżćń"),
          Map.entry("tr", "ğışç"),
          Map.entry("sv", "åäö"),
          Map.entry("da", "æøå"),
          Map.entry("no", "æøå"),
          Map.entry("fi", "äö"),
          Map.entry("cs", "ěřůčžý"),
          Map.entry("hu", "őű"),
          Map.entry("ro", "ăâîșț"),
          Map.entry("vi", "ạảấầẩậắằẳặẹẻẽếềểễệịỉọỏốồổỗộớờởỡợụủứừửữựđơư"));

  private SmallWords() {}

  private static Map.Entry<String, Set<String>> words(String language, String list) {
    return Map.entry(language, Set.copyOf(Arrays.asList(list.split(" ", -1))));
  }
}
