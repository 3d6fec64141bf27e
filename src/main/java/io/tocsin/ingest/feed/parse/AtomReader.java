package io.tocsin.ingest.feed.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Atom 0.3 and 1.0, with its namespace, with another, or without. */
final class AtomReader {
  private static final String[] PREFIXES = {"atom:", ""};

  private final Element root;
  private final String url;
  private final Budget budget;

  AtomReader(Element root, String url, Budget budget) {
    this.root = root;
    this.url = url;
    this.budget = budget;
  }

  Feed read() throws FeedFaultException {
    List<Element> entries = all(root, "entry");
    Structure.check(root);
    List<FeedItem> items = new ArrayList<>();
    for (Element entry : entries.subList(0, Math.min(entries.size(), budget.items()))) {
      budget.check();
      Structure.check(entry);
      items.add(item(entry));
    }
    return new Feed(
        root.attr("version").startsWith("0.") ? "atom 0.3" : "atom 1.0",
        Values.atom(nonBlank(root, "title")),
        link(root),
        language(root),
        null,
        Set.of(),
        Set.of(),
        items,
        entries.size() - items.size());
  }

  private FeedItem item(Element entry) {
    List<Element> authors = authors(entry);
    Element source = first(entry, "source");
    if (authors.isEmpty()) {
      authors = source == null ? authors(root) : authors(source);
    }
    return new FeedItem(
        text(entry, "id"),
        link(entry),
        Values.atom(nonBlank(entry, "title", "media:title")),
        Values.atom(nonBlank(entry, "summary", "media:description")),
        Values.atom(nonBlank(entry, "content")),
        FeedDates.parse(text(entry, "published", "issued", "created", "dc:date", "pubdate")),
        FeedDates.parse(text(entry, "updated", "modified")),
        Values.people(authors),
        language(entry),
        Values.words(categories(entry)));
  }

  private static List<String> categories(Element entry) {
    List<String> categories = new ArrayList<>();
    for (Element category : all(entry, "category", "dc:subject")) {
      String label = category.attr("label").strip();
      String term = category.attr("term").strip();
      categories.add(!label.isEmpty() ? label : !term.isEmpty() ? term : category.wholeText());
    }
    return categories;
  }

  private static List<Element> authors(Element parent) {
    List<Element> names = new ArrayList<>();
    for (Element author : all(parent, "author")) {
      List<Element> inside = all(author, "name");
      names.addAll(inside.isEmpty() && author.childrenSize() == 0 ? List.of(author) : inside);
    }
    names.addAll(Names.children(parent, "dc:creator"));
    return names;
  }

  /** The page for people: what is alternate and HTML before what is alternate. */
  private String link(Element parent) {
    List<Element> origin = Names.children(parent, "feedburner:origlink");
    if (!origin.isEmpty()) {
      String link = Links.absolute(origin.get(0).wholeText(), origin.get(0), url);
      if (!link.isEmpty()) {
        return link;
      }
    }
    String alternate = "";
    for (Element link : all(parent, "link")) {
      String rel = link.attr("rel").strip();
      if (!rel.isEmpty() && !rel.equalsIgnoreCase("alternate")) {
        continue;
      }
      String target = link.attr("href").isBlank() ? link.wholeText() : link.attr("href");
      String absolute = Links.absolute(target, link, url);
      if (alternate.isEmpty() || (link.attr("type").contains("html") && !absolute.isEmpty())) {
        alternate = absolute;
      }
      if (!absolute.isEmpty() && link.attr("type").contains("html")) {
        break;
      }
    }
    return alternate;
  }

  private static String language(Element at) {
    for (Element element = at; element != null; element = element.parent()) {
      String language = element.attr("xml:lang").strip();
      if (!language.isEmpty()) {
        return language;
      }
    }
    return "";
  }

  private static List<Element> all(Element parent, String... names) {
    return Names.children(parent, both(names));
  }

  private static @Nullable Element first(Element parent, String... names) {
    return Names.child(parent, both(names));
  }

  private static @Nullable Element nonBlank(Element parent, String... names) {
    for (Element child : all(parent, names)) {
      if (!Values.inner(child).isEmpty()) {
        return child;
      }
    }
    return null;
  }

  private static String text(Element parent, String... names) {
    return Names.text(parent, both(names));
  }

  /** Each name as Atom's own and as one without a known namespace. */
  private static String[] both(String... names) {
    List<String> both = new ArrayList<>();
    for (String name : names) {
      for (String prefix : PREFIXES) {
        both.add(name.contains(":") ? name : prefix + name);
      }
    }
    return both.stream().distinct().toArray(String[]::new);
  }
}
