package io.tocsin.tag.names;

import java.util.ArrayList;
import java.util.List;

/** Cuts the capitalised words of an article into runs that may be names. */
final class RunFinder {
  /** More runs than these in one article are not looked at: a directory is no news. */
  static final int MAX_RUNS = 4000;

  private static final int LONGEST = 12;

  private final ArticleWords words;
  private final List<Run> runs = new ArrayList<>();

  RunFinder(ArticleWords words) {
    this.words = words;
  }

  /** The runs in reading order, exact tags among them. */
  List<Run> find() {
    int next = 0;
    for (int n = 0; n < words.candidates() && runs.size() < MAX_RUNS; n++) {
      int candidate = words.candidate(n);
      if (candidate < next) {
        continue;
      }
      boolean behind = candidate > next && opens(candidate - 1);
      if (behind || isNamed(candidate)) {
        int first = behind ? candidate - 1 : candidate;
        int last = chainEnd(first);
        split(first, last);
        next = last + 1;
      }
    }
    return joined();
  }

  /** Whether a name begins with this small word, as in von Neumann. */
  private boolean opens(int at) {
    return words.shape(at) == Shape.LOWER
        && words.is(at, WordClass.PARTICLES)
        && !words.is(at, WordClass.SMALL)
        && (words.gap(at + 1) == Gap.SPACE || words.gap(at + 1) == Gap.HYPHEN)
        && isNamed(at + 1)
        && words.tags().kind(at + 1) == null
        && !words.is(at + 1, WordClass.PLACES);
  }

  /** Whether the word can be part of a name by its capital. */
  private boolean isNamed(int at) {
    if (words.tags().kind(at) != null) {
      return true;
    }
    if (!words.isUpper(at) || (words.is(at, WordClass.CALENDAR) && !isPersonsMonth(at))) {
      return false;
    }
    if (words.tags().isPeople(at)) {
      return true;
    }
    if (words.is(at, WordClass.SMALL)) {
      return false;
    }
    return !words.isWeak(at) || isNameLike(at);
  }

  /** June Allen and Bob May are no dates. */
  private boolean isPersonsMonth(int at) {
    boolean before =
        at > 0
            && words.gap(at) == Gap.SPACE
            && words.is(at - 1, WordClass.GIVEN)
            && words.shape(at - 1) == Shape.CAPITAL;
    boolean after =
        at + 1 < words.size
            && words.gap(at + 1) == Gap.SPACE
            && words.is(at, WordClass.GIVEN)
            && words.shape(at + 1) == Shape.CAPITAL
            && !words.is(at + 1, WordClass.COMMON);
    return before || after;
  }

  /** Where the capital says nothing, the rest of the article and the lists speak. */
  private boolean isNameLike(int at) {
    int capitals = words.capitals(at);
    int smalls = words.smalls(at);
    if (capitals > 0) {
      return capitals >= smalls;
    }
    if (smalls > 0) {
      return false;
    }
    boolean common = words.is(at, WordClass.COMMON) || Endings.isDerived(words, at);
    boolean headless = words.is(at, WordClass.TITLES) || words.is(at, WordClass.PEOPLES);
    boolean listed = (words.classes(at) & LISTED) != 0;
    if (words.isShouted(at) && !headless && !listed) {
      return false;
    }
    if (headless || !common) {
      return headless || !words.is(at, WordClass.ROLES);
    }
    int next = at + 1;
    boolean chained = next < words.size && words.gap(next) == Gap.SPACE && words.isUpper(next);
    if (!chained || (words.isShouted(at) && !words.is(at, WordClass.GIVEN))) {
      return false;
    }
    boolean head =
        words.is(next, WordClass.ORGHEADS)
            || words.is(next, WordClass.ORGSUFFIXES)
            || words.is(next, WordClass.PLACETYPES);
    return (words.is(at, WordClass.GIVEN) && !words.is(next, WordClass.COMMON))
        || (head && !words.isWeak(next));
  }

  private int chainEnd(int first) {
    int last = first;
    int at = first + 1;
    while (at < words.size && at - first < LONGEST && isJoined(at)) {
      if (isNamed(at)) {
        last = at;
      } else if (!words.is(at, WordClass.PARTICLES) || words.shape(at) != Shape.LOWER) {
        break;
      }
      at++;
    }
    return last;
  }

  private boolean isJoined(int at) {
    return switch (words.gap(at)) {
      case SPACE, AMPERSAND -> true;
      case HYPHEN ->
          words.tags().kind(at) == null
              || words.tags().first(at) != at
              || words.tags().kind(at - 1) == null;
      case DOT ->
          words.shape(at - 1) == Shape.INITIAL
              || words.is(at - 1, WordClass.TITLES)
              || words.is(at - 1, WordClass.DIRECTIONS);
      case POSSESSIVE ->
          words.tags().kind(at - 1) == null
              && words.is(at, WordClass.ORGHEADS)
              && !words.is(at, WordClass.GOVERNMENT)
              && words.isUpper(at);
      case START, COMMA, OPEN, CLOSE, SLASH, BREAK, OTHER -> false;
    };
  }

  /** Titles, peoples and tags part a chain. */
  private void split(int from, int to) {
    int first = from;
    boolean titled = from > 0 && words.is(from - 1, WordClass.ROLES) && spaced(from);
    int at = from;
    while (at <= to) {
      int cutEnd = cut(first, at, to);
      if (cutEnd >= at) {
        add(first, at - 1, titled);
        titled = words.is(at, WordClass.TITLES) || words.is(at, WordClass.ROLES);
        if (words.tags().kind(at) != null) {
          runs.add(new Run(at, cutEnd, false));
          titled = false;
        }
        at = cutEnd + 1;
        first = at;
      } else {
        at++;
      }
    }
    add(first, to, titled);
  }

  private boolean spaced(int at) {
    return words.gap(at) == Gap.SPACE || words.gap(at) == Gap.DOT;
  }

  /** The last word of what is cut out at a place; less than it when nothing is. */
  private int cut(int first, int at, int to) {
    if (words.tags().kind(at) != null) {
      int end = Math.min(words.tags().last(at), to);
      boolean starts = at == first && words.tags().first(at) == at;
      if (at > first && words.tags().kind(at) == Kind.PLACE && isHead(at - 1)) {
        return -1;
      }
      if (at > first && words.tags().kind(at) == Kind.PERSON && words.is(at - 1, WordClass.GIVEN)) {
        return -1;
      }
      boolean longer = starts && end < to && tail(end + 1, to) && !isState(at, to);
      return longer ? -1 : end;
    }
    if (words.tags().isPeople(at) || words.is(at, WordClass.PEOPLES)) {
      boolean body = at == first && at < to && isOrganised(at, to) && !isState(at, to);
      return body ? -1 : at;
    }
    boolean title = words.is(at, WordClass.TITLES) && words.shape(at) != Shape.UPPER;
    boolean role = at == first && at < to && words.is(at, WordClass.ROLES) && words.isWeak(at);
    if (title || role) {
      boolean firm = at == first && words.is(to, WordClass.ORGSUFFIXES) && isOrganised(at, to);
      return firm ? -1 : at;
    }
    return -1;
  }

  private boolean isOrganised(int from, int to) {
    return words.anyOf(from, to, WordClass.ORGHEADS.bit() | WordClass.ORGSUFFIXES.bit());
  }

  private boolean isState(int from, int to) {
    return from < to && words.any(from + 1, to, WordClass.GOVERNMENT);
  }

  private boolean isHead(int at) {
    return words.is(at, WordClass.ORGHEADS)
        || words.is(at, WordClass.ORGSUFFIXES)
        || words.is(at, WordClass.DIRECTIONS);
  }

  private boolean tail(int first, int last) {
    for (int i = first; i <= last; i++) {
      if (words.is(i, WordClass.TITLES) || words.is(i, WordClass.GIVEN)) {
        return false;
      }
    }
    return words.anyOf(first, last, TAILS);
  }

  private void add(int from, int to, boolean titled) {
    int last = to;
    while (last > from && words.shape(last) == Shape.LOWER && words.tags().kind(last) == null) {
      last--;
    }
    boolean office = last < words.size - 1 && words.is(last + 1, WordClass.TITLES);
    if (from > last || (office && spaced(last + 1) && isOrdinary(from, last))) {
      return;
    }
    runs.add(new Run(from, last, titled));
  }

  private boolean isOrdinary(int from, int to) {
    for (int i = from; i <= to; i++) {
      if (!words.is(i, WordClass.COMMON)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Joins what "of" and "for" hold together: a ministry and its field, a university and its town.
   */
  private List<Run> joined() {
    List<Run> all = new ArrayList<>();
    for (Run run : runs) {
      Run before = all.isEmpty() ? null : all.get(all.size() - 1);
      if (before != null && isLinked(before, run)) {
        all.set(all.size() - 1, new Run(before.first, run.last, before.titled));
      } else {
        all.add(run);
      }
    }
    return all;
  }

  private boolean isLinked(Run before, Run run) {
    int link = before.last + 1;
    int between = run.first - link;
    if (between < 1 || between > 2 || words.gap(link) != Gap.SPACE || !spaced(run.first)) {
      return false;
    }
    boolean head =
        words.anyOf(before.first, before.last, WordClass.ORGHEADS.bit() | WordClass.MISC.bit())
            || words.is(before.last, WordClass.PLACETYPES);
    long key = words.scan.keys()[link];
    boolean and = key == AND && words.any(before.first, before.last, WordClass.GOVERNMENT);
    return head
        && words.tags().kind(before.first) == null
        && (key == OF || key == FOR || key == DE || (and && isOrdinary(run.first, run.last)))
        && (between == 1 || words.scan.keys()[link + 1] == THE);
  }

  /** Lists whose words are names even in a line of capitals. */
  private static final int LISTED =
      WordClass.GIVEN.bit()
          | WordClass.PLACES.bit()
          | WordClass.COUNTRIES.bit()
          | WordClass.TEAMS.bit()
          | WordClass.ORGHEADS.bit();

  /** What may go on after a tagged name, so that the two are a longer one. */
  private static final int TAILS =
      WordClass.ORGHEADS.bit()
          | WordClass.ORGSUFFIXES.bit()
          | WordClass.MISC.bit()
          | WordClass.PLACETYPES.bit();

  static final long OF = WordTable.key("of");
  private static final long FOR = WordTable.key("for");
  private static final long DE = WordTable.key("de");
  private static final long AND = WordTable.key("and");
  static final long THE = WordTable.key("the");
}
