package io.tocsin.tag;

import static io.tocsin.tag.Watch.article;
import static io.tocsin.tag.Watch.body;
import static io.tocsin.tag.Watch.list;
import static io.tocsin.tag.Watch.subject;
import static io.tocsin.tag.Watch.withAlias;
import static io.tocsin.tag.Watch.withShort;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Alias;
import io.tocsin.model.Article;
import io.tocsin.model.Subject;
import io.tocsin.model.Tag;
import io.tocsin.model.Tagging;
import io.tocsin.model.Watchlist;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a surname, a short form or an ordinary word means. */
class SensesTest {
  private static final Watchlist HOLLOWAYS =
      list(
          new Subject(
              "person/ann",
              "Ann Holloway",
              List.of(Alias.of("Treasury Secretary Holloway")),
              List.of("Holloway"),
              List.of(),
              List.of(),
              List.of(),
              null,
              null,
              null,
              null),
          withShort("person/ben", "Ben Holloway", "Holloway"));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Ann Holloway met Ben Holloway. Holloway smiled       ; ann ben ben
          Ben Holloway met Ann Holloway. Holloway smiled       ; ben ann ann
          Holloway came. Ann Holloway met Ben Holloway         ; ann ann ben
          Ann Holloway came. Ben Holloway left. Ann M. Holloway sang ; ann ben ann
          Treasury Secretary Holloway came. Holloway sang      ; ann ann
          Secretary Holloway came. Holloway sang               ; -
          Ann Holloway left, and Tamsin Holloway came          ; ann
          Ann Holloway left, and Charles Holloway came         ; ann
          Ann Holloway left Holloway Street                    ; ann
          Ann Holloway left Holloway Hughes Ltd                ; ann
          Ann Holloway left Holloway & Sons and Holloway and Co; ann
          Ann Holloway left <Holloway Media> alone             ; ann
          Ann Holloway came. Yesterday Holloway sang           ; ann ann
          Ann Holloway came. On Friday Holloway sang           ; ann ann
          Ann Holloway came. Holloway Friday sang              ; ann ann
          Ann Holloway came. The Holloway Administration fell  ; ann ann
          Ann Holloway came. So did Secretary of State Holloway; ann ann
          Ann Holloway came to the Ann Holloway Foundation     ; ann
          Ann Holloway came. The holloway was dark             ; ann
          ann holloway is no name in a text with Capitals      ; -
          """)
  void aSurnameMeansTheOneThatTheArticleNames(String text, String subjects) {
    // When
    Tagging tagging = tag(HOLLOWAYS, body(text));

    // Then
    assertThat(subjects(tagging)).isEqualTo(subjects.equals("-") ? "" : subjects);
  }

  @ParameterizedTest
  @CsvSource({"HOLLOWAY SAYS NO", "Holloway Says No Deal Stands", "holloway says no"})
  void aHeadlineMeansTheOneThatTheBodyNames(String title) {
    // When
    Tagging tagging = tag(HOLLOWAYS, article(title, "", "Late on Friday Ben Holloway said no."));

    // Then
    assertThat(subjects(tagging)).isEqualTo("ben ben");
    assertThat(tagging.ambiguous()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          The bond fell                                        ; -        ; 0
          Bond prices fell                                     ; -        ; 1
          BOND PRICES FELL                                     ; -        ; 1
          Mr Bond fell. Then Bond rose                         ; Bond Bond; 0
          Mr. Bond fell on Bond Street                         ; Bond     ; 0
          Alan Bond fell                                       ; Bond     ; 0
          Treasury Bond rates and the Eurodollar Bond          ; -        ; 2
          Mr Bond runs Bond Corp. and a bond                   ; Bond     ; 0
          """)
  void anOrdinaryWordIsAPersonOnlyWhereTheArticleSaysSo(
      String text, String surfaces, int ambiguous) {
    // Given
    Watchlist watchlist = list(subject("person/bond", "bond"));

    // When
    Tagging tagging = tag(watchlist, body(text));

    // Then
    assertThat(String.join(" ", tagging.tags().stream().map(Tag::surface).toList()))
        .isEqualTo(surfaces.equals("-") ? "" : surfaces);
    assertThat(tagging.ambiguous()).isEqualTo(ambiguous);
  }

  @ParameterizedTest
  @CsvSource({
    "'Alan Bond came. Then Bond left', 2",
    "'Alan Bond came. Bond prices fell', 1",
    "'Alan Bond came. Bond said no', 2",
    "'Alan Bond came. Mr. Bond left', 2"
  })
  void anOrdinaryShortFormNeedsMoreThanACapitalThatAnyWordWouldHave(String text, int tags) {
    // Given
    Watchlist watchlist = list(withShort("person/bond", "Alan Bond", "bond"));

    // When
    Tagging tagging = tag(watchlist, body(text));

    // Then
    assertThat(tagging.tags()).hasSize(tags);
  }

  @Test
  void aWordThatTheArticleAlsoWritesSmallIsAnOrdinaryOneThere() {
    // Given
    Watchlist watchlist = list(subject("person/tarn", "Tarn"));

    // When
    Tagging alone = tag(watchlist, body("Tarn rose."));
    Tagging withSmall = tag(watchlist, body("Tarn water rose, and the tarn is deep."));

    // Then
    assertThat(subjects(alone)).isEqualTo("tarn");
    assertThat(subjects(withSmall)).isEmpty();
    assertThat(withSmall.ambiguous()).isEqualTo(1);
  }

  @Test
  void aThingKeepsItsNameWhereItsLastWordsAreLeftOut() {
    // Given
    Watchlist watchlist = list(subject("person/dorrit", "Dorrit"));

    // When
    Tagging tagging =
        tag(watchlist, article("PENHALE DORRIT RISES", "", "Penhale Dorrit Corp rose."));

    // Then
    assertThat(tagging.tags()).isEmpty();
  }

  @Test
  void anAliasOnConditionsDoesNotOutdoAFullName() {
    // Given
    Alias onCondition = new Alias("Holloway", false, List.of("treasury"), List.of());
    Watchlist watchlist =
        list(
            withAlias("person/ann", "Ann Holloway", onCondition),
            withShort("person/ben", "Ben Holloway", "Holloway"));

    // When
    Tagging treasury = tag(watchlist, body("At the treasury Holloway said no."));
    Tagging both = tag(watchlist, body("At the treasury Ben Holloway said yes. Holloway left."));

    // Then
    assertThat(subjects(treasury)).isEqualTo("ann");
    assertThat(subjects(both)).isEqualTo("ben ben");
  }

  @Test
  void aSurnameOfTwoPersonsOfWhomNoneIsNamedIsNobodys() {
    // Given
    Watchlist watchlist =
        list(
            subject("person/ann", "Ann Holloway", "Holloway"),
            subject("person/ben", "Ben Holloway", "Holloway"));

    // When
    Tagging tagging = tag(watchlist, body("Then Holloway said no."));

    // Then
    assertThat(tagging.tags()).isEmpty();
    assertThat(tagging.ambiguous()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Kim Jong-un       ; Then Kim Jong-un spoke
          Путин*            ; Вчера Путина ждали
          金正恩             ; 指導者金正恩氏は
          Jane van der Holm ; Then Jane van der Holm spoke
          """)
  void hyphensEndingsAndScriptsWithoutCapitalsHideNobody(String name, String text) {
    // Given
    Watchlist watchlist = list(subject("person/x", name));

    // When
    Tagging tagging = tag(watchlist, body(text));

    // Then
    assertThat(subjects(tagging)).isEqualTo("x");
  }

  private static String subjects(Tagging tagging) {
    return String.join(
        " ",
        tagging.tags().stream()
            .map(Tag::subject)
            .map(id -> id.substring("person/".length()))
            .toList());
  }

  private static Tagging tag(Watchlist watchlist, Article article) {
    return Tagger.compile(watchlist).tag(article);
  }
}
