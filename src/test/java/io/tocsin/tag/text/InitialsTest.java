package io.tocsin.tag.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Article;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which words in brackets abbreviate the name beside them. The name is between the bars. */
class InitialsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          the |Exian Atomic Energy Agency| (EAEA) said           ; EAEA
          the |Ministry of Rural Roads| (MRR) said               ; MRR
          the |Ministry of Rural Roads| (M.R.R.) said            ; M.R.R.
          the |Union of Southeast Exian Nations| (USEAN) said    ; USEAN
          the EAEA (|Exian Atomic Energy Agency|) said           ; EAEA
          the |Group of Seven| (G7) said                         ; -
          the |Velm Group of Nine| (VG9) said                    ; -
          the |Exian Atomic Energy Agency| (see below) said      ; -
          the |Exian Atomic Energy Agency| (EAEB) said           ; -
          the |Exian Atomic Energy Agency| (AEA) said            ; -
          the |Exian Atomic Energy Agency| (EAEA, founded) said  ; -
          the |Exian Atomic Energy Agency| EAEA said             ; -
          the |Exian Atomic Energy Agency|. (EAEA) said          ; -
          the runner |Mara Quintell| (MQL) won                   ; MQL
          the runner |Mara Quintell| (MAR) won                   ; -
          the runner |Mara Quintell| (AUS) won                   ; -
          the |Agency| (A) said                                  ; -
          the |Energy Agency| (                                  ; -
          """)
  void anAbbreviationHasTheLettersOfItsNameInOrder(String text, String expected) {
    // Given
    int start = text.indexOf('|');
    int end = text.lastIndexOf('|') - 1;
    String body = text.replace("|", "");
    Reading reading =
        Reading.of(
            new Article(null, null, null, null, null, body, "en", null, List.of(), null, null));
    int first = at(reading, start);
    int last = at(reading, end - 1);

    // When
    int word = Initials.beside(reading, first, last);

    // Then
    String found = word < 0 ? "-" : body.substring(reading.start(word), reading.end(word));
    assertThat(found).isEqualTo(expected);
  }

  private static int at(Reading reading, int unit) {
    int word = 0;
    while (reading.end(word) <= unit) {
      word++;
    }
    return word;
  }
}
