package io.tocsin.tag.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where sentences end; a bar in the texts marks each place, and is not part of the text. */
class SentencesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "He went. |She stayed.",
        "Why? |Because! |So it is…  |Then.",
        "Mr. Holder met Gen. Lee and Dr. No. |They spoke.",
        "The U.S. Senate met. |It voted.",
        "He lives in the U.S. |The weather is good.",
        "George W. Bush spoke at 5 p.m. Monday. |Nobody came.",
        "Apple Inc. Chairman Smith left. |He sold at Apple Inc. |The shares fell.",
        "It rose 3.5 percent, e.g. in No. 5 of Feb. 12. |Then it fell.",
        "\"Is it over?\" she asked. |\"No.\" |He left.",
        "(They had left.) |Others came.",
        "Yahoo! said so. |Good.",
        "Am 3. Oktober kam Dr. Weiß nach Bonn, d.h. an den Rhein. |Er blieb z.B. dort.",
        "El Sr. López llegó a EE.UU. ayer. |¿Por qué? |¡Nadie lo sabe! |Fin.",
        "M. Dupont et Mme. Durand parlent. |Ils partent.",
        "北朝鮮は発射した。|日本は抗議した！|「なぜ？」|不明。",
        "भारत ने कहा। |सब ठीक है।",
        "كيف حالك؟ |بخير.",
        "no stop here\n\n|and a new paragraph \n \n |third",
        "a line that was\nwrapped goes on. |Next.",
        "wait ... |What",
        "wait... and see",
      })
  void textIsSplit(String marked) {
    // Given
    String text = marked.replace("|", "");

    // When
    List<String> sentences =
        Sentences.of(text).stream().map(s -> text.substring(s.start(), s.end())).toList();

    // Then
    assertThat(sentences)
        .isEqualTo(List.of(marked.split("\\|", -1)).stream().map(String::strip).toList());
  }

  @Test
  void blankTextHasNoSentence() {
    // When
    List<Span> sentences = Sentences.of(" \n\n \t");

    // Then
    assertThat(sentences).isEmpty();
  }
}
