package io.tocsin.ingest.feed.parse;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** RSS 0.9x to 2.0 and RDF, whose items stand beside the channel. */
final class RssReader {
  private final Element root;
  private final String url;
  private final Budget budget;

  RssReader(Element root, String url, Budget budget) {
    this.root = root;
    this.url = url;
    this.budget = budget;
  }

  Feed read() throws FeedFaultException {
    Element channel = Names.child(root, "channel");
    List<Element> items = new ArrayList<>(Names.children(root, "item"));
    for (Element each : Names.children(root, "channel", "items")) {
      items.addAll(Names.children(each, "item"));
    }
    if (channel == null && items.isEmpty()) {
      throw new FeedFaultException(
          FeedFault.MALFORMED, "is RSS without a channel, so there is nothing to read in it");
    }
    Element head = channel == null ? root : channel;
    Structure.check(root);
    Structure.check(head);
    String language = Names.text(head, "language", "dc:language");
    List<FeedItem> read = new ArrayList<>();
    for (Element item : items.subList(0, Math.min(items.size(), budget.items()))) {
      budget.check();
      Structure.check(item);
      read.add(item(item, language.isEmpty() ? inherited(item) : language));
    }
    return new Feed(
        format(),
        Values.unsaid(nonBlank(head, "title", "dc:title")),
        link(head),
        language.isEmpty() ? inherited(head) : language,
        ttl(head),
        hours(head),
        days(head),
        read,
        items.size() - read.size());
  }

  private String format() {
    String version = root.attr("version").strip();
    boolean rdf = Names.of(root).endsWith("rdf");
    return rdf ? "rdf" : "rss " + (version.matches("[0-9.]{1,8}") ? version : "without version");
  }

  private FeedItem item(Element item, String feedLanguage) {
    String language = Names.text(item, "dc:language", "language");
    Element guid = Names.child(item, "guid");
    String id = guid == null ? item.attr("rdf:about").strip() : guid.wholeText().strip();
    String link = link(item);
    boolean permalink = guid == null || !guid.attr("isPermaLink").equalsIgnoreCase("false");
    if (link.isEmpty() && permalink && Links.isWeb(id)) {
      link = Links.absolute(id, url);
    }
    return new FeedItem(
        id,
        link,
        Values.unsaid(nonBlank(item, "title", "dc:title", "media:title", "itunes:title")),
        Values.unsaid(
            nonBlank(
                item,
                "description",
                "dc:description",
                "summary",
                "itunes:summary",
                "media:description")),
        Values.unsaid(
            nonBlank(item, "content:encoded", "encoded", "xhtml:body", "atom:content", "content")),
        FeedDates.parse(
            Names.text(
                item,
                "pubdate",
                "dc:date",
                "dcterms:issued",
                "dcterms:created",
                "atom:published",
                "published",
                "date")),
        FeedDates.parse(
            Names.text(item, "atom:updated", "updated", "dcterms:modified", "lastbuilddate")),
        Values.people(authors(item)),
        language.isEmpty() ? feedLanguage : language,
        Values.words(
            Names.children(item, "category", "dc:subject").stream()
                .map(Element::wholeText)
                .toList()));
  }

  private static List<Element> authors(Element item) {
    List<Element> authors = Names.children(item, "dc:creator", "author", "itunes:author");
    for (Element atom : Names.children(item, "atom:author")) {
      authors.addAll(Names.children(atom, "atom:name", "name"));
    }
    return authors;
  }

  /** FeedBurner puts a counting address in front; the last of several links is the newest. */
  private String link(Element parent) {
    List<String> found = new ArrayList<>();
    for (Element link : Names.children(parent, "feedburner:origlink", "link")) {
      String text = link.wholeText().isBlank() ? link.attr("href") : link.wholeText();
      String absolute = Links.absolute(text, link, url);
      if (!absolute.isEmpty() && Names.of(link).startsWith("feedburner")) {
        return absolute;
      }
      if (!absolute.isEmpty()) {
        found.add(absolute);
      }
    }
    if (!found.isEmpty()) {
      return found.get(found.size() - 1);
    }
    for (Element link : Names.children(parent, "atom:link")) {
      String rel = link.attr("rel").strip();
      if (rel.isEmpty() || rel.equalsIgnoreCase("alternate")) {
        return Links.absolute(link.attr("href"), link, url);
      }
    }
    return "";
  }

  private static @Nullable Element nonBlank(Element parent, String... names) {
    for (Element child : Names.children(parent, names)) {
      if (!Values.inner(child).isEmpty()) {
        return child;
      }
    }
    return null;
  }

  private static String inherited(Element at) {
    for (Element element = at; element != null; element = element.parent()) {
      String language = element.attr("xml:lang").strip();
      if (!language.isEmpty()) {
        return language;
      }
    }
    return "";
  }

  /** {@code ttl} in minutes, or the period and frequency of the syndication module. */
  private static @Nullable Duration ttl(Element channel) {
    String ttl = Names.text(channel, "ttl");
    if (ttl.matches("\\d{1,6}")) {
      return Duration.ofMinutes(Long.parseLong(ttl));
    }
    String frequency = Names.text(channel, "sy:updatefrequency");
    long times = frequency.matches("[1-9]\\d{0,3}") ? Long.parseLong(frequency) : 1;
    return switch (Names.text(channel, "sy:updateperiod").toLowerCase(Locale.ROOT)) {
      case "hourly" -> Duration.ofHours(1).dividedBy(times);
      case "daily" -> Duration.ofDays(1).dividedBy(times);
      case "weekly", "monthly", "yearly" -> Duration.ofDays(1);
      default -> null;
    };
  }

  private static Set<Integer> hours(Element channel) {
    Set<Integer> hours = new TreeSet<>();
    for (Element list : Names.children(channel, "skiphours")) {
      for (Element hour : Names.children(list, "hour")) {
        String text = hour.wholeText().strip();
        if (text.matches("\\d{1,2}") && Integer.parseInt(text) <= 24) {
          hours.add(Integer.parseInt(text) % 24);
        }
      }
    }
    return hours;
  }

  private static Set<DayOfWeek> days(Element channel) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (Element list : Names.children(channel, "skipdays")) {
      for (Element day : Names.children(list, "day")) {
        String text = day.wholeText().strip().toUpperCase(Locale.ROOT);
        for (DayOfWeek each : DayOfWeek.values()) {
          if (each.name().equals(text)) {
            days.add(each);
          }
        }
      }
    }
    return days;
  }
}
