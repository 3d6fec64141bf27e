package io.tocsin.wire;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Markup to text: what a reader would see, with a line break where a paragraph ends. */
final class Html {
  private static final Set<String> UNREAD = Set.of("script", "style", "head", "title", "template");

  private Html() {}

  /**
   * The readable text of a piece of HTML or other markup; never fails, as every string is some
   * HTML.
   */
  static String text(String markup) {
    Lines lines = new Lines();
    Jsoup.parseBodyFragment(markup).traverse(lines);
    return lines.out.toString().strip();
  }

  /** Collects text nodes; runs of space become one, blocks and line breaks become line feeds. */
  private static final class Lines implements NodeVisitor {
    private final StringBuilder out = new StringBuilder();
    private int unread;

    @Override
    public void head(Node node, int depth) {
      if (node instanceof Element element) {
        if (UNREAD.contains(element.normalName())) {
          unread++;
        } else if (element.isBlock() || element.nameIs("br")) {
          breakLine();
        }
      } else if (node instanceof TextNode text && unread == 0) {
        append(text.getWholeText());
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (!(node instanceof Element element)) {
        return;
      }
      if (UNREAD.contains(element.normalName())) {
        unread--;
      } else if (element.isBlock()) {
        breakLine();
      }
    }

    private void breakLine() {
      while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
        out.setLength(out.length() - 1);
      }
      if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
        out.append('\n');
      }
    }

    private void append(String text) {
      for (int i = 0; i < text.length(); i++) {
        char unit = text.charAt(i);
        boolean space = unit == ' ' || unit == '\n' || unit == '\t' || unit == '\r' || unit == '\f';
        if (!space) {
          out.append(unit);
        } else if (!out.isEmpty() && " \n".indexOf(out.charAt(out.length() - 1)) < 0) {
          out.append(' ');
        }
      }
    }
  }
}
