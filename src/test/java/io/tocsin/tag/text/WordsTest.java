package io.tocsin.tag.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What texts are cut and folded to; a bar in the table separates words. */
class WordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          Kim Jong-un              ; kim|jong|un
          Al‑Qaeda                 ; al|qaeda
          North Korea's army       ; north|korea|army
          North Korea’S army       ; north|korea|army
          the parents' house       ; the|parents|house
          O'Brien O’Brien          ; obrien|obrien
          l'Ukraine et l’Iran      ; l|ukraine|et|l|iran
          U.S. troops              ; us|troops
          the U.S.-led D.P.R.K     ; the|us|led|dprk
          the U.S.'s U.N.’s role   ; the|us|un|role
          J.Smith George W. Bush   ; j|smith|george|w|bush
          e.g. a.m.                ; e|g|a|m
          Straße STRASSE           ; strasse|strasse
          Łódź Ångström Æsir       ; lodz|angstrom|aesir
          İstanbul ıstanbul        ; istanbul|istanbul
          ΟΔΥΣΣΕΎΣ Οδυσσεύς        ; οδυσσευσ|οδυσσευσ
          Ｎｏｒｔｈ ﬁve ²          ; north|five|2
          Россия Ким Чен Ын        ; россия|ким|чен|ын
          Ещё ещe Й й              ; еще|ещe|й|й
          بوتِين أحمد احمد          ; بوتين|احمد|احمد
          كتـــاب فلسطین            ; كتاب|فلسطين
          שָׁלוֹם שלום                ; שלום|שלום
          朝鮮半島                   ; 朝|鮮|半|島
          キム・ジョンウン              ; キ|ム|ジ|ョ|ン|ウ|ン
          ｶﾞｽ ガス                  ; ガ|ス|ガ|ス
          スーパー                   ; ス|ー|パ|ー
          김정은은 북한의               ; 김정은은|북한의
          iPhone発売                ; iphone|発|売
          ไทย                      ; ไ|ท|ย
          हिन्दी समाचार               ; हिन्दी|समाचार
          COVID-19 3M 5,000        ; covid|19|3m|5|000
          ٢٠٢٣                     ; 2023
          Hawaiʻi Sanʿa            ; hawaii|sana
          AT&T Yahoo! #tag @me     ; at|t|yahoo|tag|me
          … — !! ()                ; ~~
          """)
  void textIsCutIntoFoldedWords(String text, String expected) {
    // When
    List<String> words = Words.folded(text);

    // Then
    assertThat(String.join("|", words)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"Zürich", "Ещё йод", "각하 김정은", "ガス", "Nguyễn Phú Trọng", "ﷺ", "हिन्दी"})
  void composedAndDecomposedTextFoldAlike(String text) {
    // When
    List<String> composed = Words.folded(Normalizer.normalize(text, Normalizer.Form.NFC));
    List<String> decomposed = Words.folded(Normalizer.normalize(text, Normalizer.Form.NFD));

    // Then
    assertThat(decomposed).isEqualTo(composed);
  }

  @Test
  void invisibleCharactersAreNotComparedButAreWithinTheOffsets() {
    // Given
    String text = "\u202ENo\u00ADr\u200Bth\uFEFF Ko\u2060rea\u200E.";

    // When
    List<Token> words = Words.of(text);

    // Then
    assertThat(words).containsExactly(new Token("north", 1, 8), new Token("korea", 10, 16));
  }

  @Test
  void thePossessiveLiesOutsideTheWordEvenBeforeInvisibleCharacters() {
    // When
    List<Token> words = Words.of("Kim’s\u200B men");

    // Then
    assertThat(words).containsExactly(new Token("kim", 0, 3), new Token("men", 7, 10));
  }

  @Test
  void marksBeyondEightOnALetterChangeNothing() {
    // Given
    String letter = "क" + "\u0901\u0902".repeat(4);

    // When
    List<String> words = Words.folded(letter + "\u0903".repeat(500));

    // Then
    assertThat(words).isEqualTo(Words.folded(letter));
  }

  @Test
  void surrogatePairsAreOneCharacterAndLoneSurrogatesSeparate() {
    // When
    List<Token> words = Words.of("𝐊𝐢𝐦 \uD800x\uDC00 𠮷野");

    // Then
    assertThat(words)
        .containsExactly(
            new Token("kim", 0, 6),
            new Token("x", 8, 9),
            new Token("𠮷", 11, 13),
            new Token("野", 13, 14));
  }

  @Test
  void theExactFormKeepsCaseDiacriticsAndApostrophesAndLosesDots() {
    // When
    List<String> exact = Words.exact("U.S. Müller’s O'Brien O’Brien She'll");

    // Then
    assertThat(exact).containsExactly("US", "Müller", "O'Brien", "O'Brien", "She'll");
  }
}
