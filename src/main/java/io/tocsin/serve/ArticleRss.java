package io.tocsin.serve;

import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A search as an RSS 2.0 feed, so that any feed reader can keep it. Texts only, no markup. */
final class ArticleRss {
  private final String base;
  private final @Nullable String query;

  /**
   * A feed.
   *
   * @param base address of the dashboard
   * @param query as it was asked; null for none
   */
  ArticleRss(String base, @Nullable String query) {
    this.base = base;
    this.query = query;
  }

  /** The feed with its items. */
  String of(List<ArticleView> articles) {
    String asked = query == null || query.isBlank() ? "all articles" : query.strip();
    StringBuilder feed =
        new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel>");
    element(feed, "title", "Tocsin: " + asked);
    element(feed, "link", base);
    element(feed, "description", "Articles that match " + asked);
    articles.forEach(article -> item(feed, article));
    return feed.append("</channel></rss>\n").toString();
  }

  private static void item(StringBuilder feed, ArticleView article) {
    feed.append("\n<item>");
    element(feed, "title", Objects.requireNonNullElse(article.title(), "Without a title"));
    String url = article.url();
    if (url != null && isWebAddress(url)) {
      element(feed, "link", url);
    }
    feed.append("<guid isPermaLink=\"false\">").append(escaped(article.id())).append("</guid>");
    element(
        feed,
        "pubDate",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(article.eventTime().atZone(ZoneOffset.UTC)));
    element(feed, "category", article.publisher());
    // The description is read as HTML, so what is text must be escaped once more.
    element(feed, "description", escaped(article.snippet()));
    feed.append("</item>");
  }

  /** Readers follow links without asking: only those of the web are handed on. */
  private static boolean isWebAddress(String url) {
    try {
      String scheme = URI.create(url.strip()).getScheme();
      return scheme != null && List.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void element(StringBuilder feed, String name, String text) {
    feed.append('<').append(name).append('>').append(escaped(text));
    feed.append("</").append(name).append('>');
  }

  /** Without the characters that XML 1.0 cannot hold. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isAllowed(point) ? point : 0xFFFD);
              }
            });
    return escaped.toString();
  }

  private static boolean isAllowed(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }
}
