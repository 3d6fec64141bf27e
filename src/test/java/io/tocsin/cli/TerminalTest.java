package io.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text of others on our terminal. */
class TerminalTest {

  @Test
  void controlCharactersOfATitleDoNotReachTheTerminal() {
    String hostile = "a\u001B[2Jb\r\nc\u0007d\u009Be\u202Ef\u2028g";

    assertThat(Terminal.printable(hostile)).isEqualTo("a [2Jb  c d e f g");
    assertThat(Terminal.printable("one\ntwo\u001B", true)).isEqualTo("one\ntwo ");
  }

  @ParameterizedTest
  @CsvSource({"short,8,'short   '", "longer text,8,longer …", "東京で会談,6,'東京… '", "'',2,'  '"})
  void textTakesExactlyItsColumns(String text, int columns, String expected) {
    assertThat(Terminal.fit(text, columns)).isEqualTo(expected);
  }
}
