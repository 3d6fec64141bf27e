package io.tocsin.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The repairs at the door, and that they leave sound text alone. */
class RepairTest {
  @Test
  void soundTextComesBackAsTheSameString() {
    // Given
    String sound = "Ünïcode \uD83D\uDE00 \u202Eback\u202C \u200Bzero\tline\n עִבְרִית हिन्दी ไทย";

    // When / Then
    assertThat(Repair.text(sound)).isSameAs(sound);
  }

  @Test
  void surrogatesThatStandAloneBecomeTheReplacementCharacter() {
    assertThat(Repair.text("\uD83D")).isEqualTo("\uFFFD");
    assertThat(Repair.text("a\uDE00b\uD83D\uDE00c\uD83D")).isEqualTo("a\uFFFDb\uD83D\uDE00c\uFFFD");
  }

  @Test
  void lineEndsBecomeLineFeedsAndControlsGo() {
    assertThat(Repair.text("a\r\nb\rc\0d\u001Be\u007F")).isEqualTo("a\nb\ncde\u007F");
  }

  @Test
  void zeroWidthCharactersDoNotStartAFreshPileOfMarks() {
    // Given
    String pile = "o" + "\u0336\u200D".repeat(30);

    // When
    long marks = Repair.text(pile).chars().filter(unit -> unit == 0x336).count();

    // Then
    assertThat(marks).isEqualTo(Repair.MAX_MARKS);
  }

  @ParameterizedTest
  @CsvSource({"' a\tb\nc ', a b c", "plain, plain"})
  void labelsStandOnOneLine(String written, String label) {
    assertThat(Repair.label(written)).isEqualTo(label);
  }

  @Test
  void anyTextIsSoundAfterItsRepairAndSurvivesUtf8() {
    // Given
    long seed = 8_417;
    Random random = new Random(seed);
    char[] alphabet = {
      'a', ' ', '\n', '\r', '\0', '\u0301', '\u200D', '\uD83D', '\uDE00', '\u202E', 'é', '漢'
    };

    for (int round = 0; round < 5_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        text.append(alphabet[random.nextInt(alphabet.length)]);
      }

      // When
      String repaired = Repair.text(text.toString());

      // Then
      assertThat(Repair.text(repaired)).as("seed %d round %d", seed, round).isSameAs(repaired);
      byte[] bytes = repaired.getBytes(StandardCharsets.UTF_8);
      assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(repaired);
      assertThat(Utf8.length(repaired)).isEqualTo(bytes.length);
      assertThat(Utf8.firstInvalid(bytes)).isEqualTo(-1);
    }
  }
}
