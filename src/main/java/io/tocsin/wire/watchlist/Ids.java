package io.tocsin.wire.watchlist;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The shapes of ids. They become keys of records, parts of URLs and words in messages, so their
 * letters are few.
 */
final class Ids {
  /** What a subject can be. */
  static final List<String> KINDS =
      List.of("person", "organisation", "place", "product", "event", "theme", "query");

  private static final int LONGEST = 200;
  private static final Pattern SLUG = Pattern.compile("[a-z0-9-]+");

  private Ids() {}

  /** Whether it is {@code kind/slug}; if not, a problem says what would be right. */
  static boolean isSubject(Value at, String id, Report report) {
    int slash = id.indexOf('/');
    String kind = slash < 0 ? "" : id.substring(0, slash);
    String slug = id.substring(slash + 1);
    if (slash < 0) {
      report.problem(
          at,
          "id '" + Texts.shorten(id) + "' has no kind; write kind/slug such as person/kim-jong-un");
    } else if (!KINDS.contains(kind)) {
      report.problem(
          at,
          "kind '"
              + Texts.shorten(kind)
              + "' of id '"
              + Texts.shorten(id)
              + "' is unknown"
              + Texts.suggest(kind, KINDS));
    } else {
      return isSlug(at, slug, "the part after the slash of id '" + Texts.shorten(id) + "'", report);
    }
    return false;
  }

  /** Whether it is the id of a rule; if not, a problem says what would be right. */
  static boolean isRule(Value at, String id, Report report) {
    return isSlug(at, id, "id '" + Texts.shorten(id) + "'", report);
  }

  private static boolean isSlug(Value at, String slug, String what, Report report) {
    if (slug.length() <= LONGEST && SLUG.matcher(slug).matches()) {
      return true;
    }
    report.problem(at, what + " may hold only a-z, 0-9 and '-', 1 to " + LONGEST + " of them");
    return false;
  }
}
