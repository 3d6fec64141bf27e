package io.tocsin.ingest.feed;

import io.tocsin.ingest.feed.parse.FeedFaultException;
import io.tocsin.ingest.feed.parse.FeedMarkup;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Subscription lists of other readers, in and out. */
public final class Opml {
  private static final int LONGEST_ID = 60;

  private Opml() {}

  /**
   * The feeds of an OPML file that a list does not have yet, by their URL; each once.
   *
   * @param list whose ids are taken
   * @param enabled whether they are to be polled
   * @throws FeedFaultException when it is no OPML
   */
  public static List<FeedSource> read(byte[] bytes, FeedList list, boolean enabled)
      throws FeedFaultException {
    Element root = FeedMarkup.root(bytes);
    Set<String> urls = list.feeds().stream().map(FeedSource::url).collect(Collectors.toSet());
    Set<String> ids = list.feeds().stream().map(FeedSource::id).collect(Collectors.toSet());
    List<FeedSource> feeds = new ArrayList<>();
    for (Element outline : root.getElementsByTag("outline")) {
      String url = attribute(outline, "xmlUrl");
      if (!url.isEmpty() && urls.add(url)) {
        feeds.add(feed(outline, url, ids, enabled));
      }
    }
    return feeds;
  }

  /** A list as OPML 2.0, which every reader takes. */
  public static String write(FeedList list) {
    StringBuilder out = new StringBuilder();
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n");
    out.append("  <head><title>Tocsin</title></head>\n  <body>\n");
    for (FeedSource feed : list.feeds()) {
      out.append("    <outline type=\"rss\"");
      attribute(out, "text", feed.id());
      attribute(out, "title", feed.id());
      attribute(out, "xmlUrl", feed.url());
      attribute(out, "language", feed.language());
      attribute(out, "category", feed.section());
      out.append("/>\n");
    }
    return out.append("  </body>\n</opml>\n").toString();
  }

  /** Feeds as lines of {@code feeds.yaml}. */
  public static String yaml(List<FeedSource> feeds) {
    StringBuilder out = new StringBuilder();
    for (FeedSource feed : feeds) {
      out.append("  - {id: ").append(feed.id()).append(", url: ").append(quoted(feed.url()));
      if (feed.language() != null) {
        out.append(", language: ").append(quoted(feed.language()));
      }
      if (feed.section() != null) {
        out.append(", section: ").append(quoted(feed.section()));
      }
      out.append(", enabled: ").append(feed.enabled()).append("}\n");
    }
    return out.toString();
  }

  private static FeedSource feed(Element outline, String url, Set<String> ids, boolean enabled) {
    String title = attribute(outline, "title");
    String name = title.isEmpty() ? attribute(outline, "text") : title;
    String language = attribute(outline, "language");
    String section = attribute(outline, "category").replaceAll("^.*/", "").replaceAll(",.*", "");
    Element parent = outline.parent();
    if (section.isEmpty() && parent != null && parent.tagName().equalsIgnoreCase("outline")) {
      section = attribute(parent, "text");
    }
    return new FeedSource(
        id(name, url, ids),
        url,
        null,
        language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*") ? language : null,
        section.isBlank() ? null : section.strip(),
        Duration.ofMinutes(15),
        enabled);
  }

  /** A name in small letters and hyphens that no other feed has. */
  private static String id(String name, String url, Set<String> ids) {
    String plain = slug(name);
    String base = plain.length() < 2 ? slug(url.replaceAll("(?i)^https?://(www\\.)?", "")) : plain;
    String id = base.isEmpty() ? "feed" : base;
    for (int number = 2; !ids.add(id); number++) {
      id = base + "-" + number;
    }
    return id;
  }

  private static String slug(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-");
    String cut = plain.substring(0, Math.min(LONGEST_ID, plain.length()));
    return cut.replaceAll("^-+|-+$", "");
  }

  private static String attribute(Element element, String name) {
    return element.attributes().getIgnoreCase(name).strip();
  }

  private static void attribute(StringBuilder out, String name, @Nullable String value) {
    if (value != null) {
      String escaped = value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
      out.append(' ').append(name).append("=\"").append(escaped).append('"');
    }
  }

  private static String quoted(String text) {
    return "\""
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", "")
        + "\"";
  }
}
