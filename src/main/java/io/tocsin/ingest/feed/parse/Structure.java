package io.tocsin.ingest.feed.parse;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Whether the parts of a feed that carry it are closed. The parser is lenient, so that a stray tag
 * in a description costs nothing; but a title that never ends has swallowed what follows it.
 */
final class Structure {
  private Structure() {}

  /**
   * Checks the element itself and its children.
   *
   * @throws FeedFaultException {@link FeedFault#MALFORMED} with the line
   */
  static void check(Element parent) throws FeedFaultException {
    for (Node node : parent.childNodes()) {
      if (node instanceof Element child && !isClosed(child)) {
        throw new FeedFaultException(
            FeedFault.MALFORMED,
            "line "
                + child.sourceRange().start().lineNumber()
                + ": <"
                + shown(child.tagName())
                + "> is never closed");
      }
    }
  }

  /** Whether it has an end tag, or is empty and so cannot have swallowed anything. */
  static boolean isClosed(Element element) {
    return element.childNodeSize() == 0 || !element.endSourceRange().isImplicit();
  }

  private static String shown(String name) {
    return name.length() <= 40 ? name : name.substring(0, 40) + "…";
  }
}
