package io.tocsin.tag.names;

/** Space within a name: a name that was wrapped over two lines is the same name. */
final class Spacing {
  private Spacing() {}

  /** A text in which every run of white space is one space. */
  static String single(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' && (c < ' ' || (i > 0 && text.charAt(i - 1) == ' '))) {
        return text.replaceAll("\\s+", " ");
      }
    }
    return text;
  }
}
