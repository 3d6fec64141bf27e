package io.tocsin.ingest.feed;

import io.tocsin.ingest.feed.parse.FeedFault;
import java.util.Locale;

/** How a poll ended: a label of metrics and a word of the state, so that the set is closed. */
public enum FeedOutcome {
  /** A feed came and its new items are published. */
  OK,
  /** The server says that nothing changed. */
  NOT_MODIFIED,
  /** See {@link FeedFault#EMPTY}. */
  EMPTY,
  /** See {@link FeedFault#HTML_PAGE}. */
  HTML_PAGE,
  /** See {@link FeedFault#NOT_A_FEED}. */
  NOT_A_FEED,
  /** See {@link FeedFault#TRUNCATED}; also packed bytes that break off. */
  TRUNCATED,
  /** See {@link FeedFault#MALFORMED}; also packed bytes that cannot be unpacked. */
  MALFORMED,
  /** See {@link FeedFault#DOCTYPE}. */
  DOCTYPE,
  /** More bytes than a feed may have, or packed tighter than honest text can be. */
  TOO_LARGE,
  /** See {@link FeedFault#TOO_SLOW}. */
  TOO_SLOW,
  /** The address must not be called. */
  ADDRESS_REFUSED,
  /** Nobody answers there. */
  UNREACHABLE,
  /** The answer did not come to its end in time. */
  TIMEOUT,
  /** Too many redirects, or one that leads nowhere. */
  REDIRECT,
  /** The server says that the feed is gone for good; it is not asked again. */
  GONE,
  /** Any other status of 400 and above but below 500. */
  HTTP_4XX,
  /** A status of 500 and above. */
  HTTP_5XX,
  /** A status that no feed answers with. */
  HTTP_OTHER,
  /** The cluster did not take the items; they are fetched again. */
  NOT_PUBLISHED,
  /** A fault of this program. */
  FAILED;

  /** The word for states, logs and metrics, such as {@code not_modified}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the feed is well. */
  public boolean isSuccess() {
    return this == OK || this == NOT_MODIFIED;
  }

  /** The outcome that a fault of the feed is. */
  static FeedOutcome of(FeedFault fault) {
    return switch (fault) {
      case EMPTY -> EMPTY;
      case HTML_PAGE -> HTML_PAGE;
      case NOT_A_FEED -> NOT_A_FEED;
      case TRUNCATED -> TRUNCATED;
      case MALFORMED -> MALFORMED;
      case DOCTYPE -> DOCTYPE;
      case TOO_LARGE -> TOO_LARGE;
      case TOO_SLOW -> TOO_SLOW;
    };
  }
}
