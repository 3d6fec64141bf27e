package io.tocsin.ingest.feed.parse;

/** Bytes that are no feed; the message is one sentence for the feed's owner. */
public final class FeedFaultException extends Exception {
  private static final long serialVersionUID = 1L;

  private final FeedFault fault;

  /** A fault with its sentence. */
  public FeedFaultException(FeedFault fault, String message) {
    super(message);
    this.fault = fault;
  }

  /** What is wrong. */
  public FeedFault fault() {
    return fault;
  }
}
