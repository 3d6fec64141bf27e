package io.tocsin.wire.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Alias;
import io.tocsin.model.Form;
import io.tocsin.model.Subject;
import io.tocsin.model.Tag;
import io.tocsin.model.Watchlist;
import io.tocsin.tag.Tagger;
import io.tocsin.tag.Watch;
import io.tocsin.tag.WatchlistLint;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped watchlist knows every country and its capital in six languages, and finds them. */
class PlacesInSixLanguagesTest {
  private static final Watchlist SHIPPED = WatchlistFolder.read(Path.of("config", "watchlist"));
  private static final Tagger TAGGER = Tagger.compile(SHIPPED);
  private static final Set<String> LANGUAGES = Set.of("fr", "es", "ru", "ar", "zh");
  private static final int COUNTRIES = 197;

  /** Singapore, Monaco and the Vatican are their own capitals. */
  private static final int CAPITALS = 194;

  @Test
  void everyCountryHasANameInEachLanguage() {
    // When
    List<Subject> countries = countries();

    // Then
    assertThat(countries).hasSize(COUNTRIES).allSatisfy(PlacesInSixLanguagesTest::assertNamed);
  }

  @Test
  void everyCapitalHasANameInEachLanguage() {
    // Given
    Map<String, Subject> byId =
        SHIPPED.subjects().stream().collect(Collectors.toMap(Subject::id, Function.identity()));

    // When
    List<Subject> capitals =
        countries().stream()
            .filter(country -> !country.contains().isEmpty())
            .map(country -> byId.get(country.contains().get(0)))
            .toList();

    // Then
    assertThat(capitals).hasSize(CAPITALS).allSatisfy(PlacesInSixLanguagesTest::assertNamed);
  }

  @Test
  void lintHasNothingToSay() {
    assertThat(WatchlistLint.check(SHIPPED)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Вчера в Казахстане прошли выборы.                       | place/kz
          Делегация вернулась из Саудовской Аравии.               | place/sa
          Переговоры с Северной Кореей отложены.                  | place/kp
          Посол прибыл из Аддис-Абебы.                            | place/et-addis-ababa
          Над Веной прошла гроза.                                 | place/at-vienna
          В Ломе открыли порт, и президент Того приехал туда.     | place/tg
          وصل الوفد إلى بيروت ولبنان ينتظر.                       | place/lb
          اتفاق بين الطرفين وللصين رأي آخر.                       | place/cn
          زار الوزير مسقط ثم غادر عمان مساء.                      | place/om
          وصل الملك إلى عمان في الأردن.                           | place/jo-amman
          Le ministre est arrivé à Téhéran hier.                  | place/ir-tehran
          Des pluies fortes touchent le Cameroun.                 | place/cm
          Au Chili, le vote a commencé.                           | place/cl
          El ministro viajó a Estocolmo ayer.                     | place/se-stockholm
          Una delegación de Suiza llegó tarde.                    | place/ch
          代表团昨天抵达内罗毕开会。                              | place/ke-nairobi
          洪水影响了孟加拉国南部。                                | place/bd
          """)
  void aSentenceIsTaggedWithThePlaceItNames(String sentence, String place) {
    // When
    List<Tag> tags = TAGGER.tag(Watch.body(sentence)).tags();

    // Then
    assertThat(tags)
        .filteredOn(tag -> tag.form() == Form.NAME)
        .extracting(Tag::subject)
        .contains(place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          После того как дождь прошёл, всё стихло.  | place/tg
          A grenade was found in a field.           | place/gd
          Il faut qu'il vienne demain.              | place/at-vienna
          هذا قرار مالي مهم.                        | place/ml
          沿海地区将有大雨。                        | place/ht
          """)
  void aWordThatOnlyLooksLikeAPlaceIsNone(String sentence, String place) {
    // When
    List<Tag> tags = TAGGER.tag(Watch.body(sentence)).tags();

    // Then
    assertThat(tags).extracting(Tag::subject).doesNotContain(place);
  }

  private static List<Subject> countries() {
    return SHIPPED.subjects().stream()
        .filter(subject -> subject.id().matches("place/[a-z]{2}"))
        .toList();
  }

  private static void assertNamed(Subject subject) {
    assertThat(subject.name()).isNotBlank();
    assertThat(subject.aliases())
        .as(subject.id())
        .extracting(Alias::language)
        .containsAll(LANGUAGES);
  }
}
