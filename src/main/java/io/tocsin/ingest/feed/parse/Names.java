package io.tocsin.ingest.feed.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/**
 * Elements by one name each: lower case, and with the prefix that everybody uses for a namespace,
 * whatever prefix the feed uses or forgets to declare. Elements of RSS and without namespace have
 * none.
 */
final class Names {
  private static final Map<String, String> PREFIXES =
      Map.ofEntries(
          Map.entry("http://www.w3.org/2005/atom", "atom"),
          Map.entry("http://purl.org/atom/ns", "atom"),
          Map.entry("http://purl.org/rss/1.0", ""),
          Map.entry("http://purl.org/net/rss1.1", ""),
          Map.entry("http://my.netscape.com/rdf/simple/0.9", ""),
          Map.entry("http://channel.netscape.com/rdf/simple/0.9", ""),
          Map.entry("http://backend.userland.com/rss2", ""),
          Map.entry("http://purl.org/dc/elements/1.1", "dc"),
          Map.entry("http://purl.org/dc/elements/1.0", "dc"),
          Map.entry("http://purl.org/dc/terms", "dcterms"),
          Map.entry("http://purl.org/rss/1.0/modules/content", "content"),
          Map.entry("http://purl.org/rss/1.0/modules/syndication", "sy"),
          Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
          Map.entry("http://www.w3.org/1999/xhtml", "xhtml"),
          Map.entry("http://search.yahoo.com/mrss", "media"),
          Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
          Map.entry("http://rssnamespace.org/feedburner/ext/1.0", "feedburner"));

  private Names() {}

  /** The name of an element, such as {@code title} or {@code dc:creator}. */
  static String of(Element element) {
    String local = element.tag().localName().toLowerCase(Locale.ROOT);
    String prefix = prefix(element);
    return prefix.isEmpty() ? local : prefix + ":" + local;
  }

  private static String prefix(Element element) {
    String written = element.tag().prefix().toLowerCase(Locale.ROOT);
    String space = element.tag().namespace().strip().toLowerCase(Locale.ROOT);
    int end = space.length();
    while (end > 0 && (space.charAt(end - 1) == '/' || space.charAt(end - 1) == '#')) {
      end--;
    }
    String known = PREFIXES.get(space.substring(0, end));
    return known == null ? written : known;
  }

  /** The children of these names, in the order of the names and then of the feed. */
  static List<Element> children(Element parent, String... names) {
    List<Element> found = new ArrayList<>();
    for (String name : names) {
      for (Node node : parent.childNodes()) {
        if (node instanceof Element child && of(child).equals(name)) {
          found.add(child);
        }
      }
    }
    return found;
  }

  /** The first child of the first of these names that has one. */
  static @Nullable Element child(Element parent, String... names) {
    List<Element> found = children(parent, names);
    return found.isEmpty() ? null : found.get(0);
  }

  /** The text of the first child of these names that has some; empty for none. */
  static String text(Element parent, String... names) {
    for (Element child : children(parent, names)) {
      String text = child.wholeText().strip();
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }
}
