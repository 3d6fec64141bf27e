package io.tocsin.cli;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** What is known about the terminal, and text made fit for it. */
final class Terminal {

  private static final int NARROWEST = 40;
  private static final int USUAL = 100;

  private Terminal() {}

  /** Whether a person looks at standard output. */
  @SuppressWarnings("SystemConsoleNull") // Newer Java is asked below.
  static boolean isInteractive() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // From Java 22 there may be a console without a terminal, and a method that says so.
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  /** Columns of the terminal, or a usual number when it does not tell. */
  static int columns() {
    try {
      Process stty = new ProcessBuilder("stty", "size").redirectInput(new File("/dev/tty")).start();
      String size =
          new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (stty.waitFor(1, TimeUnit.SECONDS) && size.matches("\\d+ \\d+")) {
        return Math.max(NARROWEST, Integer.parseInt(size.substring(size.indexOf(' ') + 1)));
      }
    } catch (IOException e) {
      // No stty, no /dev/tty: not Unix, or no terminal at all.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return USUAL;
  }

  /** Text without control characters: titles of others must not drive the terminal. */
  static String printable(String text) {
    return printable(text, false);
  }

  /**
   * Text without control characters.
   *
   * @param keepLines whether line feeds stay
   */
  static String printable(String text, boolean keepLines) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> isHarmless(point) || (keepLines && point == '\n') ? point : ' ')
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isHarmless(int point) {
    int type = Character.getType(point);
    // Format characters turn the direction of writing, lone surrogates break the encoding.
    return type != Character.CONTROL
        && type != Character.SURROGATE
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR
        && !(point >= 0x202A && point <= 0x202E)
        && !(point >= 0x2066 && point <= 0x2069);
  }

  /** Text in exactly so many columns: cut with an ellipsis, or filled with blanks. */
  static String fit(String text, int columns) {
    String clean = printable(text);
    int total = clean.codePoints().map(Terminal::width).sum();
    if (total <= columns) {
      return clean + " ".repeat(columns - total);
    }
    StringBuilder cut = new StringBuilder();
    int used = 0;
    for (int point : clean.codePoints().toArray()) {
      if (used + width(point) > columns - 1) {
        break;
      }
      cut.appendCodePoint(point);
      used += width(point);
    }
    return cut + "…" + " ".repeat(Math.max(0, columns - 1 - used));
  }

  /** Columns of a character: none for marks that sit on others, two for East Asian wide ones. */
  private static int width(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean wide =
        (point >= 0x1100 && point <= 0x115F)
            || (point >= 0x2E80 && point <= 0xA4CF)
            || (point >= 0xAC00 && point <= 0xD7A3)
            || (point >= 0xF900 && point <= 0xFAFF)
            || (point >= 0xFE30 && point <= 0xFE6F)
            || (point >= 0xFF00 && point <= 0xFF60)
            || (point >= 0xFFE0 && point <= 0xFFE6)
            || (point >= 0x1F300 && point <= 0x1FAFF)
            || (point >= 0x20000 && point <= 0x3FFFD);
    return wide ? 2 : 1;
  }
}
