package io.tocsin.tag.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What wildcards inside words stand for. */
class WordPatternTest {

  @ParameterizedTest
  @CsvSource({
    "organi?ation, organisation, true",
    "organi?ation, organization, true",
    "organi?ation, organiation, false",
    "organi?ation, organissation, false",
    "organi?ation, organisations, false",
    "colo*r, color, true",
    "colo*r, colour, true",
    "colo*r, colours, false",
    "mis?ile*, missiles, true",
    "mis?ile*, missile, true",
    "mis?ile*, missil, false",
    "abc*bcd, abcbcd, true",
    "abc*bcd, abcd, false",
    "abc*b?d*, abcxbxbxdx, true",
    "rak?ta, rak𐐨ta, true"
  })
  void aQuestionMarkIsOneCharacterAndAStarAnyNumber(String pattern, String word, boolean matching) {
    // When
    boolean matches = WordPattern.matches(pattern, word);

    // Then
    assertThat(matches).isEqualTo(matching);
  }

  @Test
  void manyStarsAgainstALongWordTakeNoLongTime() {
    // Given
    String pattern = "aaa" + "*a".repeat(500) + "*b";
    String word = "a".repeat(20_000);

    // Then
    assertTimeout(
        Duration.ofSeconds(5), () -> assertThat(WordPattern.matches(pattern, word)).isFalse());
  }
}
