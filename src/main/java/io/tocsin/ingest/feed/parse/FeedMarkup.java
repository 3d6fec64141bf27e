package io.tocsin.ingest.feed.parse;

import org.jsoup.nodes.Element;

/** XML that is no feed but comes with feeds, read with the same care: subscription lists. */
public final class FeedMarkup {
  private FeedMarkup() {}

  /**
   * The root of an OPML file.
   *
   * @throws FeedFaultException when it is none, broke off, or has a document type
   */
  public static Element root(byte[] bytes) throws FeedFaultException {
    FeedLimits limits = FeedLimits.STANDARD;
    if (bytes.length > limits.bytes()) {
      throw new FeedFaultException(
          FeedFault.TOO_LARGE, "has more than " + limits.bytes() + " bytes");
    }
    String text = XmlText.prepared(Encoding.text(bytes, null).strip(), limits.tags());
    Element root = FeedParser.root(text, new Budget(limits, System::nanoTime));
    if (!root.tagName().equalsIgnoreCase("opml")) {
      throw new FeedFaultException(
          FeedFault.NOT_A_FEED, "is no OPML: it does not begin with <opml>");
    }
    if (!Structure.isClosed(root)) {
      throw new FeedFaultException(FeedFault.TRUNCATED, "breaks off: <opml> is never closed");
    }
    return root;
  }
}
