package io.tocsin.tag;

import io.tocsin.tag.query.Query;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * The queries of one version of a watchlist by their texts, kept for the next version: a query that
 * both have is not read again. Reading depends on nothing but the text, so that a version compiled
 * after another is the same as one compiled from scratch.
 *
 * <p>Of a hundred thousand queries beside a million aliases, reading them is a fifth of compiling
 * and more than a third of what that leaves to the garbage collector; keeping them takes about 90
 * MB, 0.9 kB a query, which all versions that are held share.
 */
final class ParsedQueries {
  /** What the first version is compiled after. */
  static final ParsedQueries NONE = new ParsedQueries(Map.of());

  private final Map<String, Query> byText;

  private ParsedQueries(Map<String, Query> byText) {
    this.byText = byText;
  }

  /** The queries; never changed once they are all in. */
  Map<String, Query> byText() {
    return Collections.unmodifiableMap(byText);
  }

  /** Takes the queries of the version before, or reads them. Of one thread. */
  static final class Reader {
    private final Map<String, Query> before;
    private final Map<String, Query> byText;

    Reader(ParsedQueries before) {
      this.before = before.byText;
      this.byText = new HashMap<>(2 * before.byText.size());
    }

    /**
     * The query that a text means.
     *
     * @param owner of the query, named by the error
     * @throws IllegalArgumentException when it cannot be read
     */
    Query read(String owner, String text) {
      Query known = before.get(text);
      Query query = known == null ? Spellings.parse(owner, text) : known;
      byText.put(text, query);
      return query;
    }

    /** All that were read or taken; those that only the version before had are let go. */
    ParsedQueries all() {
      return new ParsedQueries(byText);
    }
  }
}
