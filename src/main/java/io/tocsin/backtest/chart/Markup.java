package io.tocsin.backtest.chart;

import java.util.Locale;

/** Elements of SVG and HTML one after the other; every text and attribute is escaped. */
final class Markup {
  private final StringBuilder text = new StringBuilder();

  /** An element with its attributes as name, value, name, value; left open. */
  Markup open(String element, Object... attributes) {
    start(element, attributes);
    text.append('>');
    return this;
  }

  /** An element without content. */
  Markup empty(String element, Object... attributes) {
    start(element, attributes);
    text.append("/>\n");
    return this;
  }

  /** The end of an element. */
  Markup close(String element) {
    text.append("</").append(element).append(">\n");
    return this;
  }

  /** Text, escaped. */
  Markup say(String words) {
    text.append(escaped(words));
    return this;
  }

  /** An element that holds nothing but text. */
  Markup element(String element, String words, Object... attributes) {
    return open(element, attributes).say(words).close(element);
  }

  /** What was built before, by us, as it is. */
  Markup raw(String markup) {
    text.append(markup);
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private void start(String element, Object... attributes) {
    text.append('<').append(element);
    for (int i = 0; i + 1 < attributes.length; i += 2) {
      text.append(' ').append(attributes[i]).append("=\"");
      text.append(escaped(written(attributes[i + 1]))).append('"');
    }
  }

  /** Numbers with one decimal: a tenth of a pixel is finer than anyone sees. */
  private static String written(Object value) {
    return value instanceof Double number
        ? String.format(Locale.ROOT, "%.1f", number)
        : String.valueOf(value);
  }

  /** Titles of others: neither markup, nor what XML cannot hold. */
  static String escaped(String words) {
    StringBuilder safe = new StringBuilder(words.length() + 16);
    words
        .codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(isSafe(point) ? point : ' ');
              }
            });
    return safe.toString();
  }

  private static boolean isSafe(int point) {
    int type = Character.getType(point);
    boolean turnsDirection =
        (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    return type != Character.CONTROL
        && type != Character.SURROGATE
        && (point & 0xFFFE) != 0xFFFE
        && !turnsDirection;
  }
}
