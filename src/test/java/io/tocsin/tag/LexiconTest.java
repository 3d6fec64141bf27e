package io.tocsin.tag;

import static io.tocsin.tag.Watch.article;
import static io.tocsin.tag.Watch.body;
import static io.tocsin.tag.Watch.list;
import static io.tocsin.tag.Watch.subject;
import static io.tocsin.tag.Watch.withAlias;
import static io.tocsin.tag.Watch.withDemonym;
import static io.tocsin.tag.Watch.withShort;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.model.Alias;
import io.tocsin.model.Article;
import io.tocsin.model.Field;
import io.tocsin.model.FieldSpan;
import io.tocsin.model.Form;
import io.tocsin.model.Tag;
import io.tocsin.model.Tagging;
import io.tocsin.model.Watchlist;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which ways to write a subject are found, and which are not what they seem. */
class LexiconTest {

  @Test
  void aTagSaysWhereItStandsInTheOriginal() {
    // Given
    Watchlist watchlist = list(subject("place/kp", "North Korea"));

    // When
    Tagging tagging =
        tag(watchlist, article("On NORTH-KOREA’s day", "", "One. Two, No\u00ADrth Korea."));

    // Then
    assertThat(tagging.tags())
        .containsExactly(
            new Tag("place/kp", Field.TITLE, 3, 14, "NORTH-KOREA", Form.NAME, 0),
            new Tag("place/kp", Field.BODY, 10, 22, "No\u00ADrth Korea", Form.NAME, 2));
    assertThat(tagging.sentences())
        .containsExactly(
            new FieldSpan(Field.TITLE, 0, 20),
            new FieldSpan(Field.BODY, 0, 4),
            new FieldSpan(Field.BODY, 5, 23));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Kim Jong Un           ; then KIM JONG-UN came            ; KIM JONG-UN
          O'Brien               ; Miles O’Brien’s ship             ; O’Brien
          U.S.                  ; the US and the U.S.’s            ; US|U.S.
          Apple Inc             ; Apple Inc. fell, apples rose     ; Apple Inc
          missil*               ; Missiles and missilery           ; Missiles|missilery
          김정은*                ; 김정은이 북한의 김정은             ; 김정은이|김정은
          金正恩                 ; 指導者金正恩氏は                   ; 金正恩
          キム・ジョンウン          ; 総書記のキム・ジョンウン氏          ; キム・ジョンウン
          ประเทศไทย             ; ในประเทศไทยวันนี้                 ; ประเทศไทย
          Путин*                ; слова Путина и путинский        ; Путина|путинский
          Королёв               ; город Королев                   ; Королев
          بوتين                 ; قال بُوتِين اليوم                  ; بُوتِين
          ירושלים               ; ביום ירושלים היום                ; ירושלים
          नई दिल्ली              ; आज नई दिल्ली में                  ; नई दिल्ली
          Zürich                ; in ZURICH und Zu\u0308rich      ; ZURICH|Zu\u0308rich
          North Korea           ; north koreans                   ; -
          North Korea           ; Go north. Korea waits.          ; -
          """)
  void aliasesAreFoundAsWholeWordsInAnyScript(String alias, String text, String surfaces) {
    // Given
    Watchlist watchlist = list(subject("x/y", alias));

    // When
    Tagging tagging = tag(watchlist, body(text.translateEscapes()));

    // Then
    assertThat(String.join("|", tagging.tags().stream().map(Tag::surface).toList()))
        .isEqualTo(surfaces.equals("-") ? "" : surfaces.translateEscapes());
  }

  @Test
  void theLeftmostLongestNameWinsAndWhatOverlapsItIsPassedOver() {
    // Given
    Watchlist watchlist =
        list(
            subject("place/york", "York"),
            subject("place/new-york", "New York"),
            subject("org/nyt", "New York Times"),
            subject("org/times", "Times Square"));

    // When
    Tagging tagging = tag(watchlist, body("New York Times Square, New York, York"));

    // Then
    assertThat(tagging.tags())
        .extracting(Tag::subject)
        .containsExactly("org/nyt", "place/new-york", "place/york");
  }

  @Test
  void aNameOfTwoSubjectsTagsBothInOrderOfId() {
    // Given
    Watchlist watchlist =
        list(subject("place/us-georgia", "Georgia"), subject("place/ge", "Georgia"));

    // When
    Tagging tagging = tag(watchlist, body("In Georgia"));

    // Then
    assertThat(tagging.tags())
        .extracting(Tag::subject)
        .containsExactly("place/ge", "place/us-georgia");
    assertThat(tagging.ambiguous()).isZero();
  }

  @Test
  void anExactAliasIsComparedAsWritten() {
    // Given
    Watchlist watchlist =
        list(withAlias("place/us", "US", new Alias("U.S.", true, List.of(), List.of())));

    // When
    Tagging tagging = tag(watchlist, body("Tell us: US, U.S. and Us"));

    // Then
    assertThat(tagging.tags()).extracting(Tag::surface).containsExactly("US", "U.S.");
    assertThat(tagging.ambiguous()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Apple                     ; It fell                ;       ; 1
          Apple                     ; It fell in Cupertino   ; Apple ; 0
          The iPhones of Apple      ; nothing                ; Apple ; 0
          Apple in Cupertino        ; with pie               ;       ; 1
          The Big Apple, Cupertino  ; nothing                ;       ; 1
          apple in Cupertino        ; nothing                ;       ; 0
          """)
  void contextAnywhereInTheArticleDecides(
      String title, String text, String surface, int ambiguous) {
    // Given
    Alias apple =
        new Alias("Apple", true, List.of("iPhone*", "Cupertino"), List.of("pie", "Big Apple"));
    Watchlist watchlist = list(withAlias("organisation/apple", "Apple Inc.", apple));

    // When
    Tagging tagging = tag(watchlist, article(title, "", text));

    // Then
    assertThat(String.join("|", tagging.tags().stream().map(Tag::surface).toList()))
        .isEqualTo(surface == null ? "" : surface);
    assertThat(tagging.ambiguous()).isEqualTo(ambiguous);
  }

  @Test
  void whereTheLongestFailsItsContextTheNextLongestIsTried() {
    // Given
    Watchlist watchlist =
        list(
            withAlias(
                "org/ma",
                "Manchester Arena",
                new Alias("Manchester Arena", false, List.of("concert"), List.of())),
            subject("place/manchester", "Manchester"));

    // When
    Tagging tagging = tag(watchlist, body("At Manchester Arena"));

    // Then
    assertThat(tagging.tags()).extracting(Tag::subject).containsExactly("place/manchester");
    assertThat(tagging.ambiguous()).isEqualTo(1);
  }

  @Test
  void theNameIsNoAliasWhereAnAliasWithTheSameWordsHasConditions() {
    // Given
    Watchlist watchlist =
        list(
            withAlias(
                "org/apple", "Apple", new Alias("Apple", false, List.of("iPhone"), List.of())));

    // When
    Tagging tagging = tag(watchlist, body("An apple"));

    // Then
    assertThat(tagging.tags()).isEmpty();
  }

  @Test
  void aShortFormCountsWhereverTheFullNameStandsInTheArticle() {
    // Given
    Watchlist watchlist =
        list(
            withShort("person/kim", "Kim Jong Un", "Kim"),
            subject("place/kimberley", "Kim Berley"));

    // When
    Tagging tagging =
        tag(watchlist, article("Kim speaks", "Kim Jong Un, Kim", "Kim, kim, Kim Berley"));

    // Then
    assertThat(tagging.tags())
        .extracting(tag -> tag.form() + " " + tag.field() + " " + tag.surface())
        .containsExactly(
            "SHORT TITLE Kim",
            "NAME SUMMARY Kim Jong Un",
            "SHORT SUMMARY Kim",
            "SHORT BODY Kim",
            "NAME BODY Kim Berley");
  }

  @Test
  void aShortFormOfTwoNamedSubjectsIsThatOfTheNearestFullName() {
    // Given
    Watchlist watchlist =
        list(
            withShort("person/jong-un", "Kim Jong Un", "Kim"),
            withShort("person/yo-jong", "Kim Yo Jong", "Kim"));

    // When
    Tagging tagging = tag(watchlist, body("Kim Jong Un and Kim. Kim Yo Jong and Kim."));

    // Then
    assertThat(tagging.tags())
        .extracting(Tag::subject, Tag::form)
        .containsExactly(
            tuple("person/jong-un", Form.NAME),
            tuple("person/jong-un", Form.SHORT),
            tuple("person/yo-jong", Form.NAME),
            tuple("person/yo-jong", Form.SHORT));
    assertThat(tagging.ambiguous()).isZero();
  }

  @Test
  void aDemonymNeedsItsCapitalUnlessTheFieldHasNone() {
    // Given
    Watchlist watchlist = list(withDemonym("place/pl", "Poland", "Polish"));

    // When
    Tagging tagging =
        tag(
            watchlist,
            article("polish minister resigns", "", "They polish POLISH shoes, Polish ones."));

    // Then
    assertThat(tagging.tags())
        .extracting(tag -> tag.field() + " " + tag.surface() + " " + tag.form())
        .containsExactly("TITLE polish DEMONYM", "BODY POLISH DEMONYM", "BODY Polish DEMONYM");
  }

  private static Tagging tag(Watchlist watchlist, Article article) {
    return Tagger.compile(watchlist).tag(article);
  }
}
