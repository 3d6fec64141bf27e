package io.tocsin.ingest.feed.parse;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an XML feed before it is parsed, in one pass: document types are refused, comments
 * and instructions left out, bare ampersands and brackets escaped, characters that XML does not
 * know dropped, tags counted.
 */
final class XmlText {
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");
  private static final String CDATA = "<![CDATA[";

  private final String text;
  private final int mostTags;
  private final StringBuilder out;
  private final Matcher reference;
  private int tags;

  private XmlText(String text, int mostTags) {
    this.text = text;
    this.mostTags = mostTags;
    this.out = new StringBuilder(text.length());
    this.reference = REFERENCE.matcher(text);
  }

  /**
   * The text made fit for a parser.
   *
   * @throws FeedFaultException for a document type, an open section, too many tags
   */
  static String prepared(String text, int mostTags) throws FeedFaultException {
    XmlText prepared = new XmlText(text, mostTags);
    int at = 0;
    while (at < text.length()) {
      at = prepared.step(at);
    }
    return prepared.out.toString();
  }

  private int step(int at) throws FeedFaultException {
    char unit = text.charAt(at);
    if (unit == '<') {
      return bracket(at);
    }
    if (unit == '&') {
      reference.region(at, Math.min(text.length(), at + 40));
      out.append(reference.lookingAt() ? "&" : "&amp;");
    } else {
      append(unit);
    }
    return at + 1;
  }

  private int bracket(int at) throws FeedFaultException {
    if (text.startsWith("<!--", at)) {
      return end("-->", at + 4, "a comment");
    }
    if (text.startsWith(CDATA, at)) {
      int end = end("]]>", at + CDATA.length(), "a CDATA section");
      for (int i = at; i < end; i++) {
        append(text.charAt(i));
      }
      return end;
    }
    if (text.startsWith("<!", at)) {
      throw documentType(at);
    }
    if (text.startsWith("<?", at)) {
      return end("?>", at + 2, "an instruction");
    }
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    if (next != '/' && next != '_' && !Character.isLetter(next)) {
      out.append("&lt;");
      return at + 1;
    }
    if (++tags > mostTags) {
      throw new FeedFaultException(
          FeedFault.TOO_LARGE, "has more than " + mostTags + " tags; no feed needs so many");
    }
    out.append('<');
    return at + 1;
  }

  private int end(String mark, int from, String what) throws FeedFaultException {
    int end = text.indexOf(mark, from);
    if (end < 0) {
      throw new FeedFaultException(
          FeedFault.TRUNCATED, "breaks off inside " + what + " that it never closes");
    }
    return end + mark.length();
  }

  private FeedFaultException documentType(int at) {
    String head = text.substring(at, Math.min(text.length(), at + 30)).toLowerCase(Locale.ROOT);
    if (head.matches("(?s)<!doctype\\s+html.*")) {
      return new FeedFaultException(FeedFault.HTML_PAGE, "is an HTML page, not a feed");
    }
    return new FeedFaultException(
        FeedFault.DOCTYPE,
        "has a document type (<!DOCTYPE or <!ENTITY), which is never read because it may define"
            + " entities; ask its publisher for a feed without");
  }

  /** Control characters and other non-characters have no place in XML, yet feeds have them. */
  private void append(char unit) {
    boolean known = unit >= ' ' || unit == '\t' || unit == '\n' || unit == '\r';
    if (known && unit != '\uFFFE' && unit != '\uFFFF') {
      out.append(unit);
    }
  }
}
