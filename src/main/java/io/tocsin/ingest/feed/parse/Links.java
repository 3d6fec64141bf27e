package io.tocsin.ingest.feed.parse;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jsoup.nodes.Element;

/** Addresses made absolute: against {@code xml:base} where there is one, else against the feed. */
final class Links {
  private static final int LONGEST = 4_096;

  private Links() {}

  /** The absolute http or https address that a text names inside an element; empty for none. */
  static String absolute(String text, Element at, String feedUrl) {
    return absolute(text, base(at, feedUrl));
  }

  /** The absolute http or https address that a text names against a base; empty for none. */
  static String absolute(String text, String base) {
    // Some escape twice; a blank or a line end inside an address is none of it.
    String link = FeedText.unescaped(text.strip()).replaceAll("[\\s\\p{Cntrl}]+", "%20");
    if (link.isEmpty() || link.length() > LONGEST) {
      return "";
    }
    String whole = isWeb(link) ? link : resolved(base, link);
    return isWeb(whole) ? whole : "";
  }

  /** Whether a text is an http or https address with something behind its slashes. */
  static boolean isWeb(String text) {
    String lower = text.substring(0, Math.min(text.length(), 8)).toLowerCase(Locale.ROOT);
    return (lower.startsWith("http://") && text.length() > 7)
        || (lower.startsWith("https://") && text.length() > 8);
  }

  private static String base(Element at, String feedUrl) {
    Deque<String> bases = new ArrayDeque<>();
    for (Element element = at; element != null; element = element.parent()) {
      String base = element.attr("xml:base").strip();
      if (!base.isEmpty()) {
        bases.push(base);
      }
    }
    String base = feedUrl;
    for (String next : bases) {
      String whole = isWeb(next) ? next : resolved(base, next);
      base = isWeb(whole) ? whole : base;
    }
    return base;
  }

  private static String resolved(String base, String link) {
    if (!isWeb(base)) {
      return "";
    }
    try {
      URI relative = new URI(escaped(link));
      return relative.isOpaque() ? "" : new URI(escaped(base)).resolve(relative).toString();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return "";
    }
  }

  /** Characters that no address may hold are common in feeds; servers take them escaped. */
  private static String escaped(String link) {
    StringBuilder escaped = new StringBuilder(link.length());
    for (int i = 0; i < link.length(); i++) {
      char unit = link.charAt(i);
      boolean loose = unit == '%' && !link.substring(i).matches("(?s)%[0-9a-fA-F]{2}.*");
      if (loose || "\"<>\\^`{|}[]".indexOf(unit) >= 0) {
        escaped.append('%').append(Integer.toHexString(unit).toUpperCase(Locale.ROOT));
      } else {
        escaped.append(unit);
      }
    }
    return escaped.toString();
  }
}
