package io.tocsin.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.tocsin.model.Article;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Languages by script, small words and letters; all sentences are invented. */
class LanguageDetectorTest {
  private final LanguageDetector detector = new LanguageDetector(List.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | The harbour of the town was closed after the storm, officials said on Monday.",
        "de | Der Hafen der Stadt wurde nach dem Sturm geschlossen, wie die Behörden am Montag sagten.",
        "fr | Le port de la ville a été fermé après la tempête, selon les autorités.",
        "es | El puerto de la ciudad fue cerrado tras la tormenta, según las autoridades locales.",
        "it | Il porto della città è stato chiuso dopo la tempesta, secondo le autorità.",
        "pt | O porto da cidade foi fechado após a tempestade, e as autoridades não comentaram.",
        "nl | De haven van de stad werd na de storm gesloten, maar het is nog niet voorbij.",
        "pl | Port w mieście został zamknięty po burzy i nie wiadomo, jak to się stało.",
        "tr | Fırtına sonrası liman kapatıldı ve yetkililer bu konuda daha çok bilgi vermedi.",
        "sv | Hamnen i staden stängdes efter stormen och det är inte klart när den öppnar.",
        "ru | Порт города был закрыт после шторма, сообщили власти.",
        "uk | Порт міста закрили після шторму, повідомила влада.",
        "bg | Пристанището на града беше затворено след бурята, съобщиха властите във вторник, въпреки че дъждът спря.",
        "sr | Лука је затворена због олује, а људи чекају да се њихов брод врати.",
        "ar | أغلق ميناء المدينة بعد العاصفة",
        "fa | بندر شهر پس از توفان بسته شد و گزارشی نیست",
        "el | Το λιμάνι της πόλης έκλεισε μετά την καταιγίδα",
        "he | נמל העיר נסגר לאחר הסערה",
        "th | ท่าเรือของเมืองปิดหลังพายุ",
        "hi | तूफान के बाद शहर का बंदरगाह बंद",
        "zh | 风暴过后城市港口关闭",
        "ja | 嵐のあと町の港が閉鎖された",
        "ko | 폭풍 이후 도시 항구 폐쇄"
      })
  void findsTheLanguage(String language, String text) {
    assertThat(detector.detect(text)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource({"''", "'12 + 30 = 42!'", "storm harbour", "Oslo Madrid Ankara"})
  void saysNothingRatherThanGuess(String text) {
    assertThat(detector.detect(text)).isNull();
  }

  @Test
  void choosesOnlyAmongTheConfiguredLanguagesOfTheLatinScript() {
    // Given
    LanguageDetector few = new LanguageDetector(List.of("en", "DE"));

    // When / Then
    assertThat(few.detect("Der Hafen der Stadt ist nicht offen.")).isEqualTo("de");
    assertThat(few.detect("El puerto y los barcos que no salen según las autoridades."))
        .isNotEqualTo("es");
    assertThat(few.detect("폭풍 이후 도시")).isEqualTo("ko");
  }

  /** Only the head of a text is read, whatever it is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a ",
        ".",
        "@a ",
        "http://a.b/",
        "\"",
        "é",
        "a\u0301",
        "ия",
        "中",
        "\uD83D\uDE00"
      })
  void hostileTextIsDoneWithInBoundedTime(String unit) {
    // Given
    String body = unit.repeat(1_000_000);
    Article article =
        new Article(null, null, null, null, null, body, null, null, List.of(), null, null);

    // When
    String language =
        assertTimeout(
            Duration.ofSeconds(5), () -> Objects.requireNonNullElse(detector.detect(article), ""));

    // Then
    assertThat(language).hasSizeLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "en, en",
        "EN_us, en",
        "zh-Hant-TW, zh",
        "eng, en",
        "deu, de",
        "' fr ', fr",
        "und, -",
        "English, -",
        "'', -",
        "x-klingon, -"
      })
  void tagsAreReducedToTheirPrimaryLanguage(String tag, String primary) {
    assertThat(Languages.primary(tag)).isEqualTo(primary);
  }
}
