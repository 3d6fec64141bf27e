package io.tocsin.ingest.feed.parse;

import java.util.Locale;

/** Why an answer is no feed that we read. */
public enum FeedFault {
  /** No bytes, or nothing but blanks. */
  EMPTY,
  /** A page for people: a login, an error or a notice instead of the feed. */
  HTML_PAGE,
  /** Something else than any kind of feed. */
  NOT_A_FEED,
  /** It broke off before its end. */
  TRUNCATED,
  /** Its parts do not fit together. */
  MALFORMED,
  /** It has a document type, which may define entities: never read, whatever it says. */
  DOCTYPE,
  /** More bytes or more elements than any feed needs. */
  TOO_LARGE,
  /** It took too long to read. */
  TOO_SLOW;

  /** The word for states, logs and metrics, such as {@code html_page}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
