package io.tocsin.ingest.feed.parse;

import io.tocsin.wire.Html;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * A title, a summary or a content as it stands in the feed, and what a reader sees of it.
 *
 * @param value as it came, without what belongs to XML or JSON
 * @param kind what the feed says about it
 */
public record FeedText(String value, Kind kind) {
  /** What a feed says about a text of its own. */
  public enum Kind {
    /** Plain text: angle brackets and ampersands mean themselves. */
    PLAIN,
    /** HTML. */
    HTML,
    /** Nothing, as in RSS: some write HTML, some plain text; the tags in it decide. */
    UNSAID
  }

  /** No text. */
  public static final FeedText NONE = new FeedText("", Kind.PLAIN);

  private static final Pattern ENTITY =
      Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u2028\\u2029]+");
  private static final Pattern LINE_ENDS = Pattern.compile("[ \\t\\u00A0]*\\r?\\n[ \\t\\u00A0]*");

  /** Whether there is nothing to read in it. */
  public boolean isBlank() {
    return value.isBlank();
  }

  /** What a reader sees, with its paragraphs. */
  public String text() {
    String seen =
        switch (kind) {
          case PLAIN -> value;
          case HTML -> Html.text(value);
          case UNSAID -> unescaped(Html.textOf(value));
        };
    return LINE_ENDS.matcher(seen).replaceAll("\n").strip();
  }

  /** What a reader sees, on one line. */
  public String line() {
    return BLANKS.matcher(text()).replaceAll(" ").strip();
  }

  /**
   * Entities written out. Only whole ones: a half one in {@code ?a=1&copy=2} is part of an address.
   */
  static String unescaped(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    return ENTITY
        .matcher(text)
        .replaceAll(
            entity ->
                Matcher.quoteReplacement(
                    Parser.unescapeEntities(entity.group(), /* inAttribute= */ false)));
  }
}
