package io.tocsin.tag.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Article;
import io.tocsin.model.Field;
import io.tocsin.model.FieldSpan;
import io.tocsin.model.Form;
import io.tocsin.model.Name;
import io.tocsin.model.Tag;
import io.tocsin.tag.text.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which capitalised words are taken for persons. */
class NameFinderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          The plan by Mara Quintell failed.                          ; Mara Quintell
          Jo-Anna Velder, a professor of law, disagreed.             ; Jo-Anna Velder
          Tarik Omrani said nothing.                                 ; Tarik Omrani
          Tarik Omrani, 47, was held.                                ; Tarik Omrani
          Heavy Rain fell there.                                     ; -
          Green Tea is sold in the shop, and Green Tea is drunk.     ; Green Tea
          Talks with Defense Minister Oleg Brandt went on.           ; Oleg Brandt
          Ohio Gov. Rena Moss agreed with Mr. Tull.                  ; Rena Moss
          Defense Minister and Prime Minister met.                   ; -
          after the Korean War and Security Council Resolutions      ; -
          on Monday Morning in the White House                       ; -
          by George W. Tamsin Jr. and Ludwig van Horn                ; George W. Tamsin Jr|Ludwig van Horn
          with Hassan al-Tariq and Nadia bin Salim                   ; Hassan al-Tariq|Nadia bin Salim
          with Conan O'Hara and Zoë Müller                           ; Conan O'Hara|Zoë Müller
          встреча с Иваном Петровым прошла                           ; Иваном Петровым
          ALL CAPITALS HERE AND JOHN SMITH SAID SO                   ; -
          in lower case john smith said so                           ; -
          Every Word Of This Long Headline Begins With Capitals Mara Quintell ; -
          in the One Two Three Four Five Six                         ; -
          """)
  void personsAreFound(String text, String expected) {
    // When
    List<Name> names = NameFinder.find(reading(text), List.of());

    // Then
    assertThat(String.join("|", names.stream().map(Name::text).toList()))
        .isEqualTo(expected.equals("-") ? "" : expected);
  }

  @Test
  void aSurnameByItselfJoinsTheFullNameBeforeIt() {
    // Given
    String text =
        "Quintell was late. Then Mara Quintell spoke. Later Quintell left, and Ms. Quintell’s car followed.";

    // When
    List<Name> names = NameFinder.find(reading(text), List.of());

    // Then
    assertThat(names)
        .singleElement()
        .satisfies(
            name -> {
              assertThat(name.spans())
                  .extracting(span -> text.substring(span.start(), span.end()))
                  .containsExactly("Mara Quintell", "Quintell", "Quintell");
              assertThat(name.spans().get(0)).isEqualTo(new FieldSpan(Field.BODY, 24, 37));
              assertThat(name.kind()).isEqualTo("person");
              assertThat(name.confidence()).isBetween(0.5, 1.0);
            });
  }

  @Test
  void aSurnameThatTwoPersonsShareJoinsNeither() {
    // When
    List<Name> names =
        NameFinder.find(
            reading("We saw Mara Quintell and Peter Quintell. Then Quintell left."), List.of());

    // Then
    assertThat(names).hasSize(2).allSatisfy(name -> assertThat(name.spans()).hasSize(1));
  }

  @Test
  void theLongestFormIsTheName() {
    // When
    List<Name> names =
        NameFinder.find(
            reading("We saw Mara Quintell. Then Mara Louise Quintell left."), List.of());

    // Then
    assertThat(names).extracting(Name::text).containsExactly("Mara Louise Quintell");
  }

  @Test
  void whatASubjectsTagCoversIsNoName() {
    // Given
    String text = "talks with Mara Quintell and Russian President Oleg Brandt";
    List<Tag> tags =
        List.of(
            new Tag("person/mq", Field.BODY, 11, 24, "Mara Quintell", Form.NAME, 0),
            new Tag("place/ru", Field.BODY, 29, 36, "Russian", Form.DEMONYM, 0));

    // When
    List<Name> names = NameFinder.find(reading(text), tags);

    // Then
    assertThat(names).extracting(Name::text).containsExactly("Oleg Brandt");
  }

  @Test
  void atMostFiftyNamesAreGiven() {
    // Given
    StringBuilder text = new StringBuilder("present were");
    for (int i = 0; i < 300; i++) {
      char letter = (char) ('a' + i % 26);
      text.append(" the tall Mara Q").append(letter).append((char) ('a' + i / 26)).append(" and");
    }

    // When
    List<Name> names = NameFinder.find(reading(text.toString()), List.of());

    // Then
    assertThat(names).hasSize(NameFinder.MAX_NAMES);
  }

  private static Reading reading(String body) {
    return Reading.of(
        new Article("a", null, null, null, null, body, null, null, List.of(), null, null));
  }
}
