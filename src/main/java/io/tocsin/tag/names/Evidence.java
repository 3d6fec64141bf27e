package io.tocsin.tag.names;

import org.jspecify.annotations.Nullable;

/** What the words of a run and those around it say about the kind of name it is. */
final class Evidence {
  private final ArticleWords words;

  Evidence(ArticleWords words) {
    this.words = words;
  }

  /**
   * Whether a run is a piece of a tag, an event, a people, an office, a thing or a row of initials,
   * whatever else speaks for it.
   */
  boolean isNoName(Run run) {
    if (exactTag(run) != null) {
      return false;
    }
    if (isPieceOfTag(run) || isInitials(run)) {
      return true;
    }
    if (words.any(run.first, run.last, WordClass.MISC)
        && !words.is(run.last, WordClass.ORGHEADS)
        && !words.is(run.last, WordClass.ORGSUFFIXES)) {
      return true;
    }
    if (run.words() > 1) {
      return false;
    }
    boolean ordinary =
        words.is(run.first, WordClass.COMMON)
            && !run.titled
            && !words.is(run.first, WordClass.ORGHEADS)
            && !words.is(run.first, WordClass.PLACES)
            && !words.is(run.first, WordClass.GIVEN)
            && !words.is(run.first, WordClass.TEAMS)
            && words.smalls(run.first) + 1 >= words.capitals(run.first);
    return ordinary
        || words.shape(run.first) == Shape.LOWER
        || words.is(run.first, WordClass.PLACETYPES)
        || words.is(run.first, WordClass.DIRECTIONS);
  }

  /** Invisible characters and scripts without spaces may part what one tag stands over. */
  private boolean isPieceOfTag(Run run) {
    return words.tags().kind(run.first) != null
        && words.tags().first(run.first) <= run.first
        && words.tags().last(run.first) >= run.last;
  }

  private boolean isInitials(Run run) {
    for (int i = run.first; i <= run.last; i++) {
      if (words.shape(i) != Shape.INITIAL) {
        return false;
      }
    }
    return true;
  }

  /** The kind of the tag that covers exactly this run. */
  @Nullable Kind exactTag(Run run) {
    return words.tags().kind(run.first) != null
            && words.tags().first(run.first) == run.first
            && words.tags().last(run.first) == run.last
        ? words.tags().kind(run.first)
        : null;
  }

  /** Whether a tagged town stands for its club. */
  boolean isClub(Run run) {
    if (exactTag(run) != Kind.PLACE || !words.isSport()) {
      return false;
    }
    Run club = new Run(run.first, run.last, false);
    before(club);
    table(club);
    return club.evidence[Kind.ORGANISATION.index()] >= 3
        && club.evidence[Kind.ORGANISATION.index()] > club.evidence[Kind.PLACE.index()] + 1;
  }

  /** Weighs a run: inside, then what stands before and after it. */
  void weigh(Run run) {
    inside(run);
    before(run);
    after(run);
    table(run);
  }

  private void inside(Run run) {
    int whole = words.classes(run.first, run.last);
    boolean place = has(whole, WordClass.PLACES) || has(whole, WordClass.COUNTRIES);
    run.add(Kind.PLACE, place ? 4 : 0);
    run.add(Kind.ORGANISATION, has(whole, WordClass.TEAMS) ? 3.5 : 0);
    boolean given = words.is(run.first, WordClass.GIVEN);
    boolean two = run.words() > 1;
    boolean initials =
        two
            && (words.shape(run.first) == Shape.INITIAL
                || (words.shape(run.first) == Shape.UPPER
                    && words.shape(run.last) == Shape.CAPITAL
                    && words.scan.surface(run.first, run.first).indexOf('.') > 0));
    run.add(Kind.PERSON, given ? (two ? 4 : 1.5) : 0);
    run.add(Kind.PERSON, initials ? 4 : 0);
    run.add(Kind.PERSON, run.titled ? 4 : 0);
    run.add(Kind.PERSON, run.words() == 2 || run.words() == 3 ? 1.2 : two ? -1 : 0.6);
    run.add(Kind.PERSON, two && !given && words.is(run.last, WordClass.COMMON) ? -1.5 : 0);
    boolean head = words.any(run.first, run.last, WordClass.ORGHEADS);
    boolean suffix = two && words.any(run.first + 1, run.last, WordClass.ORGSUFFIXES);
    run.add(Kind.ORGANISATION, (head ? (given && two ? 2.5 : 5) : 0) + (suffix ? 5 : 0));
    boolean ampersand = false;
    for (int i = run.first + 1; i <= run.last; i++) {
      ampersand |= words.gap(i) == Gap.AMPERSAND;
      run.add(Kind.ORGANISATION, words.gap(i) == Gap.POSSESSIVE ? 2 : 0);
    }
    run.add(Kind.ORGANISATION, ampersand ? 4 : 0);
    if (two && !given) {
      run.add(Kind.PLACE, words.is(run.last, WordClass.PLACETYPES) ? 4.5 : 0);
      run.add(Kind.PLACE, words.is(run.first, WordClass.DIRECTIONS) && !head ? 3 : 0);
      run.add(Kind.PLACE, words.is(run.first, WordClass.PLACETYPES) ? 3.5 : 0);
      run.add(Kind.ORGANISATION, words.tags().kind(run.first) != null ? 1.5 : 0);
      run.add(Kind.ORGANISATION, words.is(run.last, WordClass.COMMON) ? 1 : 0);
    }
    int length = words.scan.end(run.first) - words.scan.start(run.first);
    if (!two && words.shape(run.first) == Shape.UPPER && !words.isShouted(run.first) && !place) {
      run.add(Kind.ORGANISATION, length <= 6 ? 3.5 : 1);
    }
  }

  private void before(Run run) {
    int at = run.first - 1;
    if (at < 0 || words.gap(run.first) == Gap.START) {
      dateline(run);
      return;
    }
    Gap gap = words.gap(run.first);
    if (gap == Gap.SPACE) {
      run.add(Kind.PLACE, words.is(at, WordClass.INPLACE) ? 3 : 0);
      run.add(Kind.PLACE, words.is(at, WordClass.TOPLACE) ? 1.2 : 0);
      run.add(Kind.PLACE, words.is(at, WordClass.REGIONS) ? 3 : 0);
      run.add(Kind.PLACE, words.is(at, WordClass.PLACENOUNS) ? 1.5 : 0);
      if (words.scan.keys()[at] == RunFinder.THE) {
        run.add(Kind.PERSON, -2.5);
        run.add(Kind.ORGANISATION, 1);
      }
      if (words.scan.keys()[at] == RunFinder.OF && at > 0) {
        run.add(Kind.PLACE, words.is(at - 1, WordClass.PLACENOUNS) ? 3 : 0.8);
      }
      if (words.is(at, WordClass.ORGLINKS) && at > 0 && words.is(at - 1, WordClass.ROLES)) {
        run.add(Kind.ORGANISATION, 2.5);
      }
    } else if (gap == Gap.COMMA && isPlace(at) && isPlace(run.first)) {
      run.add(Kind.PLACE, 1.5);
    } else if (gap == Gap.OPEN && isPlace(run.first)) {
      run.add(Kind.PLACE, 2);
    }
  }

  private boolean isPlace(int at) {
    return words.tags().kind(at) == Kind.PLACE
        || words.is(at, WordClass.PLACES)
        || words.is(at, WordClass.COUNTRIES);
  }

  private void dateline(Run run) {
    int next = run.last + 1;
    if (next >= words.size || words.gap(next) == Gap.START) {
      return;
    }
    boolean dated =
        words.shape(next) == Shape.DIGIT && words.scan.end(next) - words.scan.start(next) == 4;
    boolean upper = words.shape(run.last) == Shape.UPPER;
    if (upper && (dated || words.gap(next) == Gap.COMMA || words.gap(next) == Gap.OPEN)) {
      run.add(Kind.PLACE, 6);
    }
  }

  private void after(Run run) {
    int next = run.last + 1;
    if (next >= words.size || words.gap(next) == Gap.START) {
      return;
    }
    switch (words.gap(next)) {
      case SPACE, POSSESSIVE, DOT -> {
        run.add(Kind.PERSON, words.is(next, WordClass.SAYS) ? 1.5 : 0);
        boolean small = words.shape(next) == Shape.LOWER;
        run.add(Kind.ORGANISATION, small && words.is(next, WordClass.ORGNOUNS) ? 1.5 : 0);
        run.add(Kind.ORGANISATION, small && words.is(next, WordClass.ORGVERBS) ? 1 : 0);
        run.add(Kind.PLACE, small && words.is(next, WordClass.PLACENOUNS) ? 2 : 0);
      }
      case COMMA -> {
        boolean age =
            words.shape(next) == Shape.DIGIT && words.scan.end(next) - words.scan.start(next) == 2;
        run.add(Kind.PERSON, age ? 2.5 : 0);
        if (next + 1 < words.size && words.gap(next + 1) == Gap.SPACE) {
          run.add(Kind.PERSON, words.is(next + 1, WordClass.ROLES) ? 2 : 0);
        }
        boolean in = isPlace(next) && words.tags().kind(next) == Kind.PLACE;
        run.add(Kind.PLACE, in ? 2.5 : 0);
      }
      case OPEN -> {
        run.add(Kind.PERSON, isPlace(next) && run.words() > 1 ? 3 : isPlace(next) ? 1.5 : 0);
        run.add(Kind.ORGANISATION, words.shape(next) == Shape.UPPER && !isPlace(next) ? 1.5 : 0);
      }
      case START, HYPHEN, AMPERSAND, CLOSE, SLASH, BREAK, OTHER -> {}
    }
  }

  /** A town beside a number or another side is its club; countries and players keep their kind. */
  private void table(Run run) {
    int whole = words.classes(run.first, run.last);
    boolean country =
        has(whole, WordClass.COUNTRIES)
            || (words.tags().kind(run.first) == Kind.PLACE && whole == 0 && !words.isSport());
    if (country || words.is(run.first, WordClass.GIVEN)) {
      return;
    }
    int next = run.last + 1;
    boolean opens = words.gap(run.first) == Gap.START;
    boolean counted =
        next < words.size
            && words.gap(next) == Gap.SPACE
            && words.shape(next) == Shape.DIGIT
            && words.scan.end(next) - words.scan.start(next) <= 2;
    boolean year = opens && words.shape(run.last) == Shape.UPPER && !counted;
    if (counted && !year) {
      boolean listed = next + 1 < words.size && words.gap(next + 1) != Gap.START;
      run.add(Kind.ORGANISATION, opens && listed ? 4 : listed ? 2.5 : 3.5);
      run.add(Kind.PLACE, -1);
    }
    boolean matched =
        (next < words.size && words.is(next, WordClass.MATCHWORDS))
            || (run.first > 0 && words.is(run.first - 1, WordClass.MATCHWORDS) && !opens);
    run.add(Kind.ORGANISATION, matched ? 2 : 0);
    boolean town = has(whole, WordClass.PLACES) && !year && !isSomewhere(run);
    if (town && words.isSport()) {
      run.add(Kind.ORGANISATION, 3);
    }
  }

  private boolean isSomewhere(Run run) {
    int at = run.first - 1;
    int next = run.last + 1;
    boolean within =
        words.gap(run.first) != Gap.START
            && (words.is(at, WordClass.INPLACE) || words.is(at, WordClass.TOPLACE));
    return within || (next < words.size && words.gap(next) == Gap.COMMA && isPlace(next));
  }

  private static boolean has(int classes, WordClass wordClass) {
    return (classes & wordClass.bit()) != 0;
  }
}
