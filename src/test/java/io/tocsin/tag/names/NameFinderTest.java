package io.tocsin.tag.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Article;
import io.tocsin.model.Field;
import io.tocsin.model.FieldSpan;
import io.tocsin.model.Form;
import io.tocsin.model.Name;
import io.tocsin.model.Tag;
import io.tocsin.tag.text.Scan;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which capitalised words are taken for persons, organisations and places. */
class NameFinderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          The plan by Mara Quintell failed.                       ; Mara Quintell/person
          Talks with Defense Minister Oleg Brandt went on.        ; Oleg Brandt/person
          a letter to J. P. Tamsin of the council                 ; J. P. Tamsin/person
          talks with Hassan al-Tariq went well                    ; Hassan al-Tariq/person
          the Korvan Steel Corp said it would close               ; Korvan Steel Corp/organisation
          the Ministry of Rural Roads said                        ; Ministry of Rural Roads/organisation
          shares of Brint & Moll fell                             ; Brint & Moll/organisation
          an analyst at Zorvex said                               ; Zorvex/organisation
          a fire in Velmora killed two                            ; Velmora/place
          the town of Velmora was quiet                           ; Velmora/place
          boats on Lake Velm sank                                 ; Lake Velm/place
          on Monday the Korean talks ended                        ; -
          in lower case john smith said so                        ; -
          """)
  void namesAreFoundWithTheirKind(String text, String expected) {
    // When
    List<Name> names = new NameFinder().find(scan(text), List.of());

    // Then
    assertThat(names.stream().map(name -> name.text() + "/" + name.kind()).toList())
        .isEqualTo(expected.equals("-") ? List.of() : List.of(expected));
  }

  @Test
  void aSurnameByItselfJoinsTheFullName() {
    // Given
    String text = "A car hit Mara Quintell. Later the car of Quintell left.";

    // When
    List<Name> names = new NameFinder().find(scan(text), List.of());

    // Then
    assertThat(names)
        .singleElement()
        .satisfies(
            name -> {
              assertThat(name.spans())
                  .extracting(span -> text.substring(span.start(), span.end()))
                  .containsExactly("Mara Quintell", "Quintell");
              assertThat(name.spans().get(0)).isEqualTo(new FieldSpan(Field.BODY, 10, 23));
              assertThat(name.confidence()).isBetween(0.4, 1.0);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          The Korvan Energy Agency (KEA) met. Later the KEA left.               ; KEA
          The KEA (Korvan Energy Agency) met. Later the KEA left.               ; KEA
          A fire hit the Korvan Energy Agency. Later the KEA left.              ; KEA
          The KEA warned. The Ministry of Rural Roads (MRR) and the MRR agreed. ; MRR
          """)
  void anAbbreviationThatTheArticleExplainsJoinsTheLongerName(String text, String abbreviation) {
    // When
    List<Name> names = new NameFinder().find(scan(text), List.of());

    // Then
    assertThat(names)
        .filteredOn(name -> name.text().contains(" "))
        .singleElement()
        .satisfies(
            name -> {
              assertThat(name.kind()).isEqualTo("organisation");
              assertThat(name.spans())
                  .extracting(span -> text.substring(span.start(), span.end()))
                  .contains(name.text(), abbreviation)
                  .hasSize(text.split(abbreviation, -1).length);
            });
    assertThat(names).noneMatch(name -> name.text().equals(abbreviation));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ana\u200bMaria\u200bVelmo", "キムジョンウンキムジョンウン", "Ana\u00adVelmo"})
  void piecesOfATaggedNameAreNoNames(String name) {
    // Given
    String text = name + " left.";
    Tag tag = new Tag("person/velmo", Field.BODY, 0, name.length(), name, Form.NAME, 0);

    // When
    List<Name> names = new NameFinder().find(scan(text), List.of(tag));

    // Then
    assertThat(names).isEmpty();
  }

  @Test
  void aRowOfInitialsIsNoName() {
    // When
    List<Name> names = new NameFinder().find(scan("The U. S. and he agreed."), List.of());

    // Then
    assertThat(names).isEmpty();
  }

  @Test
  void initialsOfTwoNamesAreNobodys() {
    // Given
    String text =
        "A fire that began late hit the Korvan Energy Agency and, it is said, also the Kelm Export"
            + " Agency. Later that night the KEA left.";

    // When
    List<Name> names = new NameFinder().find(scan(text), List.of());

    // Then
    assertThat(names).extracting(Name::text).contains("KEA").hasSize(3);
  }

  @Test
  void aTaggedSubjectIsNoUnlistedNameButALongerNameAroundItIs() {
    // Given
    Tag place = new Tag("place/xx", Field.BODY, 4, 9, "Velmo", Form.NAME, 0);
    Tag part = new Tag("place/xx", Field.BODY, 4, 9, "Velmo", Form.NAME, 0);

    // When
    List<Name> same = new NameFinder().find(scan("The Velmo talks ended."), List.of(place));
    List<Name> longer = new NameFinder().find(scan("The Velmo Savings Bank ended."), List.of(part));

    // Then
    assertThat(same).isEmpty();
    assertThat(longer).extracting(Name::text).containsExactly("Velmo Savings Bank");
  }

  @Test
  void aDirectoryIsCutAndCostsNoMoreThanItsLength() {
    // Given
    StringBuilder directory = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      directory.append("with Mara Q").append(Integer.toString(i, 26).replaceAll("\\d", "x"));
      directory.append(", ");
    }
    Scan scan = scan(directory.toString());

    // When
    List<Name> names =
        Assertions.assertTimeout(
            Duration.ofSeconds(5), () -> new NameFinder().find(scan, List.of()));

    // Then
    assertThat(names).hasSize(NameFinder.MAX_NAMES);
  }

  private static Scan scan(String body) {
    Scan scan = new Scan();
    scan.read(new Article(null, null, null, null, null, body, "en", null, List.of(), null, null));
    return scan;
  }
}
