package io.tocsin.ingest.feed.parse;

import java.io.UncheckedIOException;
import java.util.function.LongSupplier;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings.Syntax;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to a {@link Feed}. Lenient in what costs nothing (prefixes that nobody declared, bare
 * ampersands, control characters, entities of HTML) and strict in what would lose news: a feed that
 * broke off, a page for people and a document type are faults, never a feed without items.
 */
public final class FeedParser {
  /** Enough for the elements that carry a feed; markup below becomes flat. */
  private static final int DEEPEST = 64;

  private static final String[] HTML = {"html", "head", "body", "script", "div", "p", "meta"};

  private final FeedLimits limits;
  private final LongSupplier nanoTime;

  /** A parser with the usual limits. */
  public FeedParser() {
    this(FeedLimits.STANDARD, System::nanoTime);
  }

  /** A parser with its own limits and clock. */
  public FeedParser(FeedLimits limits, LongSupplier nanoTime) {
    this.limits = limits;
    this.nanoTime = nanoTime;
  }

  /**
   * Reads a feed.
   *
   * @param bytes unpacked
   * @param charset what the HTTP header says; null when it says nothing
   * @param url where it came from; relative addresses in it begin here
   * @throws FeedFaultException when it is none, with the reason
   */
  public Feed parse(byte[] bytes, @Nullable String charset, String url) throws FeedFaultException {
    if (bytes.length > limits.bytes()) {
      throw new FeedFaultException(
          FeedFault.TOO_LARGE,
          "has " + bytes.length + " bytes; at most " + limits.bytes() + " are read");
    }
    Budget budget = new Budget(limits, nanoTime);
    String text = Encoding.text(bytes, charset).strip();
    if (text.isEmpty()) {
      throw new FeedFaultException(FeedFault.EMPTY, "is empty");
    }
    char first = text.charAt(0);
    if (first == '{' || first == '[') {
      return new JsonFeedReader(url, budget).read(text);
    }
    if (first != '<') {
      throw new FeedFaultException(
          FeedFault.NOT_A_FEED, "is neither XML nor JSON, so it is no feed");
    }
    try {
      return xml(text, url, budget);
    } catch (StackOverflowError e) {
      throw new FeedFaultException(FeedFault.MALFORMED, "is nested deeper than can be read");
    }
  }

  private Feed xml(String text, String url, Budget budget) throws FeedFaultException {
    Element root = root(XmlText.prepared(text, limits.tags()), budget);
    String name = Names.of(root);
    for (String html : HTML) {
      if (name.equals(html) || name.equals("xhtml:" + html)) {
        throw new FeedFaultException(FeedFault.HTML_PAGE, "is an HTML page, not a feed");
      }
    }
    boolean atom = name.equals("atom:feed") || name.equals("feed");
    boolean rss = name.equals("rss") || name.equals("rdf:rdf") || name.equals("rdf");
    if (!atom && !rss) {
      String shown = root.tagName().substring(0, Math.min(40, root.tagName().length()));
      throw new FeedFaultException(
          FeedFault.NOT_A_FEED, "is XML, but no feed: it begins with <" + shown + ">");
    }
    if (!Structure.isClosed(root)) {
      throw new FeedFaultException(
          FeedFault.TRUNCATED, "breaks off: <" + root.tagName() + "> is never closed");
    }
    return atom
        ? new AtomReader(root, url, budget).read()
        : new RssReader(root, url, budget).read();
  }

  static Element root(String text, Budget budget) throws FeedFaultException {
    Document document;
    try {
      document =
          Parser.xmlParser()
              .setMaxDepth(DEEPEST)
              .setTrackPosition(true)
              .parseInput(budget.reader(text), "");
    } catch (UncheckedIOException e) {
      throw budget.tooSlow();
    }
    document.outputSettings().prettyPrint(false).syntax(Syntax.html);
    Element root = document.firstElementChild();
    if (root == null) {
      throw new FeedFaultException(FeedFault.NOT_A_FEED, "has no element, so it is no feed");
    }
    return root;
  }
}
