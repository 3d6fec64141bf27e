package io.tocsin.tag;

import io.tocsin.tag.query.Query;
import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.query.WordPattern;

/** Whether one part of a query stands wherever another does. */
final class Implication {
  private Implication() {}

  /** Whether wherever one part stands the other stands too. */
  static boolean holds(Query asked, Query other) {
    if (asked instanceof Term term && other instanceof Term implied) {
      int spare = term.words().size() - implied.words().size();
      for (int i = 0; i <= spare; i++) {
        if (holdsAt(term, implied, i)) {
          return true;
        }
      }
      return false;
    }
    return asked.equals(other);
  }

  /** Whether the other is the run of words of the one that begins there. */
  private static boolean holdsAt(Term asked, Term other, int from) {
    for (int i = 0; i < other.words().size(); i++) {
      boolean lastOfOther = i == other.words().size() - 1;
      boolean lastOfAsked = from + i == asked.words().size() - 1;
      String word = asked.words().get(from + i);
      String wanted = other.words().get(i);
      boolean open = asked.prefix() && lastOfAsked;
      boolean same =
          (other.prefix() && lastOfOther)
              ? begins(asked, other, word, wanted, open)
              : word.equals(wanted) && !open;
      if (!same || !written(asked, other, from + i, i, open)) {
        return false;
      }
    }
    return true;
  }

  private static boolean begins(Term asked, Term other, String word, String wanted, boolean open) {
    if (other.pattern().isEmpty()) {
      return word.startsWith(wanted);
    }
    return open
        ? asked.pattern().equals(other.pattern())
        : WordPattern.matches(other.pattern(), word);
  }

  /** Whether the form as written, when the other asks for one, is the same. */
  private static boolean written(Term asked, Term other, int at, int otherAt, boolean open) {
    if (other.exact().isEmpty()) {
      return true;
    }
    boolean beginning = other.prefix() && otherAt == other.words().size() - 1;
    String wanted = other.exact().get(otherAt);
    return !asked.exact().isEmpty()
        && (beginning
            ? asked.exact().get(at).startsWith(wanted)
            : (asked.exact().get(at).equals(wanted) && !open));
  }
}
