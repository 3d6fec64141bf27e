package io.tocsin.tag;

import io.tocsin.tag.text.TextWords;
import io.tocsin.tag.text.Words;
import java.util.Set;
import java.util.function.IntPredicate;

/** The words directly before and after a name in an article, and what they make of it. */
final class Surroundings {
  /** Dotted titles are not longer: Sen., Prof. */
  private static final int LONGEST_DOTTED = 5;

  /** Nobody has more; a line of single letters must not be walked anew from each of them. */
  private static final int MOST_INITIALS = 4;

  /** UTF-16 units of a letter with its marks. */
  private static final int LONGEST_INITIAL = 3;

  /** Stand after a surname and "and". */
  private static final Set<String> FIRM = Set.of("co", "company", "sons", "associates", "partners");

  /** What stands before a surname. */
  enum Before {
    /** A first name that is known to be the person's, or any when none is known. */
    OWN,
    /** A title. */
    TITLE,
    /** What makes it the name of another. */
    OTHER,
    /** Nothing that says anything. */
    NOTHING
  }

  private final TextWords words;
  private final Casing casing;

  Surroundings(TextWords words, Casing casing) {
    this.words = words;
    this.casing = casing;
  }

  /**
   * What stands before a surname. Initials between the two are passed over.
   *
   * @param first index of the first word of the surname
   * @param anyFirstName whether a first name of the subject is known
   * @param isFirstName whether a word is one
   */
  Before before(int first, boolean anyFirstName, IntPredicate isFirstName) {
    int nearest = pastInitials(before(first));
    if (nearest < 0) {
      return Before.NOTHING;
    }
    String word = folded(nearest);
    if (SenseWords.TITLES.contains(word)) {
      return Before.TITLE;
    }
    if (!mayBeName(nearest)) {
      return Before.NOTHING;
    }
    if (isFirstName.test(nearest)) {
      return Before.OWN;
    }
    int further = pastInitials(before(nearest));
    if (further >= 0 && mayBeName(further) && isFirstName.test(further)) {
      return Before.OWN;
    }
    boolean given = SenseWords.GIVEN.contains(word);
    if (!anyFirstName) {
      return given ? Before.OWN : Before.NOTHING;
    }
    return given || isUnknownName(nearest, word) ? Before.OTHER : Before.NOTHING;
  }

  /** Whether a capital here can come from nothing but a name. */
  private boolean isUnknownName(int at, String word) {
    if (SenseWords.OFFICES.contains(word)
        || SenseWords.CALENDAR.contains(word)
        || SenseWords.OPENERS.contains(word)
        || styleAt(at) != Casing.Style.SENTENCE) {
      return false;
    }
    boolean opens = at == 0 || words.sentence(at - 1) != words.sentence(at);
    return !opens || !(word.endsWith("ly") || word.endsWith("ing") || word.endsWith("ed"));
  }

  /** Whether a name goes on after its last word, as in Bond Corp, Baker Street, Young & Rubicam. */
  boolean goesOn(int last) {
    int next = last + 1;
    if (!isTogether(last, next)) {
      return false;
    }
    String gap = gap(last, next);
    if (gap.strip().equals("<")) {
      return true; // the ticker of a company
    }
    if (gap.strip().equals("&")) {
      return isCapital(next);
    }
    if (!gap.isBlank()) {
      return false;
    }
    String word = folded(next);
    if (word.equals("and")) {
      return isThing(next) && FIRM.contains(folded(next + 1));
    }
    if (SenseWords.THINGS.contains(word)) {
      return mayBeName(next);
    }
    return isCapital(next)
        && !SenseWords.HIS.contains(word)
        && !SenseWords.CALENDAR.contains(word)
        && !SenseWords.OPENERS.contains(word)
        && styleAt(next) == Casing.Style.SENTENCE;
  }

  /** Whether a name stands in the angle bracket that wire services put around companies. */
  boolean isBracketed(int first) {
    int start = words.start(first);
    return start > 0 && text(first).charAt(start - 1) == '<';
  }

  /**
   * The word directly before a surname, or joined to it by a hyphen, when it may be part of a name
   * and is no first name or title that everybody knows; else empty.
   */
  String partner(int first) {
    int partner = first - 1;
    if (!isTogether(partner, first) || !mayBeName(partner)) {
      return "";
    }
    String gap = gap(partner, first);
    String word = folded(partner);
    boolean known = SenseWords.TITLES.contains(word) || SenseWords.GIVEN.contains(word);
    return (gap.isBlank() || gap.equals("-")) && !known ? word : "";
  }

  /** Whether a full name goes on as that of a thing, as in Nelson Mandela Foundation. */
  boolean isThing(int last) {
    int next = last + 1;
    return isTogether(last, next)
        && gap(last, next).isBlank()
        && SenseWords.THINGS.contains(folded(next))
        && mayBeName(next);
  }

  /** Whether a verb of saying follows. */
  boolean speaks(int last) {
    return isTogether(last, last + 1)
        && gap(last, last + 1).isBlank()
        && SenseWords.SAYING.contains(folded(last + 1));
  }

  /** Whether a capital at this word says nothing, because any word would have one here. */
  boolean isCapitalIdle(int at) {
    return at == 0
        || words.sentence(at - 1) != words.sentence(at)
        || styleAt(at) != Casing.Style.SENTENCE;
  }

  /**
   * Whether the last word is written small where that says something; what a hyphen joins, as in
   * Jong-un, may be.
   */
  boolean isSmall(int last) {
    if (!Character.isLowerCase(text(last).codePointAt(words.start(last)))
        || !casing.isTelling(words.field(last))) {
      return false;
    }
    boolean joined = isTogether(last - 1, last) && gap(last - 1, last).equals("-");
    return !joined || !isCapital(last - 1);
  }

  private int before(int at) {
    if (!isTogether(at - 1, at)) {
      return -1;
    }
    String gap = gap(at - 1, at);
    boolean dotted =
        gap.startsWith(".")
            && gap.substring(1).isBlank()
            && words.end(at - 1) - words.start(at - 1) <= LONGEST_DOTTED;
    return gap.isBlank() || dotted ? at - 1 : -1;
  }

  private int pastInitials(int from) {
    int at = from;
    for (int passed = 0; passed < MOST_INITIALS && at >= 0 && isInitial(at); passed++) {
      at = before(at);
    }
    return at;
  }

  /** A single letter; where each character is a word, none is an initial. */
  private boolean isInitial(int at) {
    if (words.end(at) - words.start(at) > LONGEST_INITIAL) {
      return false;
    }
    String word = folded(at);
    return word.length() == 1 && !Words.standsAlone(word) && mayBeName(at);
  }

  private boolean isTogether(int one, int next) {
    return one >= 0 && next < words.size() && words.sentence(one) == words.sentence(next);
  }

  private boolean mayBeName(int at) {
    return isCapital(at) || !casing.isTelling(words.field(at));
  }

  private boolean isCapital(int at) {
    return Character.isUpperCase(text(at).codePointAt(words.start(at)));
  }

  private Casing.Style styleAt(int at) {
    return casing.style(words.field(at));
  }

  private String gap(int one, int next) {
    return text(one).substring(words.end(one), words.start(next));
  }

  private String text(int at) {
    return words.article().text(words.field(at));
  }

  private String folded(int at) {
    return words.word(at);
  }
}
