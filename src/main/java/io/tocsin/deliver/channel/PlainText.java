package io.tocsin.deliver.channel;

import io.tocsin.model.Alert;
import io.tocsin.model.Evidence;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the formats for people have in common: lines without tricks, links that are links. */
final class PlainText {

  private static final int SHOWN = 3;
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_LINK = 500;

  private PlainText() {}

  /** One line: control characters, and those that turn the direction of text, become blanks. */
  static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069\\s]+", " ")
        .strip();
  }

  /** A text of at most so many characters; a cut one ends with an ellipsis. */
  static String shorten(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end) + "…";
  }

  /** The newest articles of an alert, three at most. */
  static List<Evidence> articles(Alert alert) {
    return alert.evidence().stream()
        .sorted(Comparator.comparing(Evidence::publishedAt).reversed())
        .limit(SHOWN)
        .toList();
  }

  /** A headline, or where the article is from when it has none. */
  static String title(Evidence evidence) {
    String title = evidence.title() == null ? "" : line(evidence.title());
    return shorten(title.isEmpty() ? line(evidence.publisher()) : title, LONGEST_TITLE);
  }

  /** A link that people may follow: http or https, in ASCII, not endless. */
  static Optional<String> link(Evidence evidence) {
    if (evidence.url() == null) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(evidence.url().strip());
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      String text = uri.toASCIIString();
      return web && uri.getHost() != null && text.length() <= LONGEST_LINK
          ? Optional.of(text)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
