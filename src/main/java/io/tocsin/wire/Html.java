package io.tocsin.wire;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/**
 * Markup to text: what a reader would see. Paragraphs are set apart by a blank line, items of lists
 * and rows of tables stand on lines of their own; scripts, styles, menus and forms' buttons are
 * left out, entities are decoded. Offsets of tags point into this text.
 */
public final class Html {
  private static final Set<String> UNREAD =
      Set.of(
          "script",
          "style",
          "head",
          "title",
          "template",
          "nav",
          "noscript",
          "iframe",
          "object",
          "svg",
          "button",
          "select",
          "textarea");

  /** Elements that a blank line sets apart; other blocks only begin and end a line. */
  private static final Set<String> PARAGRAPHS =
      Set.of(
          "p",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "blockquote",
          "ul",
          "ol",
          "dl",
          "table",
          "pre",
          "figure",
          "section",
          "article",
          "header",
          "footer",
          "aside",
          "hr");

  /**
   * How deep elements may be nested; what is deeper becomes flat. Every element is looked for among
   * those it stands in, so that a megabyte of nested tags costs DEEPEST times the ordinary.
   */
  private static final int DEEPEST = 50;

  /**
   * What stands in a table outside of its cells moves before it, at a cost that grows with the
   * square of their number. No article has so many tables: such a text is read without that rule.
   */
  private static final int MOST_TABLES = 2_000;

  private Html() {}

  /**
   * The readable text of a piece of HTML or other markup; never fails, as every string is some
   * HTML. What is nested deeper than the parser's limit becomes flat.
   */
  public static String text(String markup) {
    Lines lines = new Lines();
    Parser parser = hasTooManyTables(markup) ? Parser.xmlParser() : Parser.htmlParser();
    Jsoup.parse(markup, "", parser.setMaxDepth(DEEPEST)).traverse(lines);
    return lines.out.toString().strip();
  }

  private static boolean hasTooManyTables(String markup) {
    int tables = 0;
    int at = markup.indexOf('<');
    while (at >= 0 && tables <= MOST_TABLES) {
      tables += markup.regionMatches(true, at + 1, "table", 0, 5) ? 1 : 0;
      at = markup.indexOf('<', at + 1);
    }
    return tables > MOST_TABLES;
  }

  /**
   * The readable text of what may be markup or plain text: tags decide, see {@link Markup}. The
   * same string for plain text, whatever angle brackets and ampersands stand in it.
   */
  public static String textOf(String text) {
    return Markup.isIn(text) ? text(text) : text;
  }

  /** Like {@link #textOf}, for a title: what was markup becomes one line. */
  public static String lineOf(String text) {
    return Markup.isIn(text) ? text(text).replaceAll("\n+", " ") : text;
  }

  /** Collects text nodes; runs of space become one, blocks and line breaks become line feeds. */
  private static final class Lines implements NodeVisitor {
    private final StringBuilder out = new StringBuilder();
    private int unread;
    private int preformatted;

    @Override
    public void head(Node node, int depth) {
      if (node instanceof Element element) {
        String name = element.normalName();
        unread += UNREAD.contains(name) ? 1 : 0;
        preformatted += name.equals("pre") ? 1 : 0;
        breakAt(element);
      } else if (node instanceof TextNode text && unread == 0) {
        append(text.getWholeText());
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        String name = element.normalName();
        unread -= UNREAD.contains(name) ? 1 : 0;
        preformatted -= name.equals("pre") ? 1 : 0;
        if (!name.equals("br")) {
          breakAt(element);
        }
      }
    }

    private void breakAt(Element element) {
      if (unread > 0) {
        return;
      }
      String name = element.normalName();
      if (PARAGRAPHS.contains(name) && !inList(element)) {
        breakLines(2);
      } else if (name.equals("br")) {
        trimSpace();
        out.append(out.isEmpty() ? "" : "\n");
      } else if (name.equals("td") || name.equals("th")) {
        append(" ");
      } else if (element.isBlock() || name.equals("tr")) {
        breakLines(1);
      }
    }

    /** A paragraph or a list inside an item does not tear the list apart. */
    private static boolean inList(Element element) {
      Element parent = element.parent();
      return parent != null && parent.nameIs("li");
    }

    private void trimSpace() {
      while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
        out.setLength(out.length() - 1);
      }
    }

    /** Makes sure that the text ends in so many line feeds; none at the start. */
    private void breakLines(int wanted) {
      trimSpace();
      int there = 0;
      while (there < wanted
          && there < out.length()
          && out.charAt(out.length() - 1 - there) == '\n') {
        there++;
      }
      if (there < out.length()) {
        out.append("\n".repeat(wanted - there));
      }
    }

    private void append(String text) {
      for (int i = 0; i < text.length(); i++) {
        char unit = text.charAt(i);
        boolean space = unit == ' ' || unit == '\n' || unit == '\t' || unit == '\r' || unit == '\f';
        if (!space || (preformatted > 0 && unit == '\n')) {
          out.append(unit);
        } else if (!out.isEmpty() && " \n".indexOf(out.charAt(out.length() - 1)) < 0) {
          out.append(' ');
        }
      }
    }
  }
}
