package io.tocsin.wire;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a text is HTML: it begins with a tag of HTML, or holds an element of HTML with both its
 * tags, or a line break as a tag. A bracket by itself ("a &lt; b", "&lt;3", "&lt;name&gt;", an
 * address in brackets) is plain text. One pass, linear in the length of the text.
 */
final class Markup {
  private static final Set<String> ELEMENTS =
      Set.of(
          "p",
          "div",
          "span",
          "a",
          "b",
          "i",
          "u",
          "em",
          "strong",
          "ul",
          "ol",
          "li",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "blockquote",
          "figure",
          "figcaption",
          "table",
          "tbody",
          "tr",
          "td",
          "th",
          "html",
          "body",
          "article",
          "section",
          "script",
          "style",
          "sup",
          "sub",
          "small",
          "cite",
          "pre",
          "code",
          "dl",
          "dt",
          "dd",
          "aside",
          "header",
          "footer",
          "nav",
          "iframe",
          "font",
          "center");

  private static final Set<String> VOID = Set.of("br", "hr", "img");

  private static final int LONGEST_NAME = 10;

  private Markup() {}

  static boolean isIn(String text) {
    int at = text.indexOf('<');
    if (at < 0) {
      return false;
    }
    boolean leads = text.substring(0, at).isBlank();
    Set<String> open = new HashSet<>();
    while (at >= 0 && at + 2 < text.length()) {
      boolean closes = text.charAt(at + 1) == '/';
      String name = name(text, at + (closes ? 2 : 1));
      if (closes ? open.contains(name) : VOID.contains(name)) {
        return true;
      }
      if (leads
          && !closes
          && (ELEMENTS.contains(name) || text.startsWith("<!--", at) || doctype(text, at))) {
        return true;
      }
      leads = false;
      if (ELEMENTS.contains(name) && !closes) {
        open.add(name);
      }
      at = text.indexOf('<', at + 1);
    }
    return false;
  }

  private static boolean doctype(String text, int at) {
    return text.regionMatches(true, at, "<!doctype", 0, 9);
  }

  /** The name of a tag in lower case; empty when what stands here is none. */
  private static String name(String text, int from) {
    int to = from;
    while (to < text.length()
        && to - from <= LONGEST_NAME
        && text.charAt(to) < 128
        && Character.isLetterOrDigit(text.charAt(to))) {
      to++;
    }
    boolean ended = to < text.length() && " />\n\t\r".indexOf(text.charAt(to)) >= 0;
    return ended ? text.substring(from, to).toLowerCase(Locale.ROOT) : "";
  }
}
