package io.tocsin.tag;

import io.tocsin.model.Form;
import io.tocsin.tag.match.Hits;
import io.tocsin.tag.match.IntSet;
import io.tocsin.tag.text.Scan;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides which hits are names of subjects: the leftmost longest one that holds wins; what overlaps
 * it is passed over. All subjects that share the very same words as a full name are tagged, in
 * order of id; whom a surname or a short form means, {@link Senses} tells. Reused from article to
 * article by one thread.
 *
 * <p>Only articles in which a person or a short form stands are gone over twice: for the full
 * names, and then, with what they claim, for all.
 */
final class Recognition {
  private final Lexicon lexicon;
  private final Scan scan;
  private final Hits hits;
  private final IntSet standing;
  private final Found found = new Found();
  private final Choice choice = new Choice();
  private Casing casing;
  private Senses<Integer> senses;
  private int ambiguous;

  /**
   * @param scan the article
   * @param hits all phrases that stand in it
   * @param standing the numbers of these phrases
   */
  Recognition(Lexicon lexicon, Scan scan, Hits hits, IntSet standing) {
    this.lexicon = lexicon;
    this.scan = scan;
    this.hits = hits;
    this.standing = standing;
    this.casing = new Casing(scan.article());
    this.senses = new Senses<>(firstNames(), scan, casing);
  }

  private FirstNames<Integer> firstNames() {
    FirstNameKeys keys = lexicon.firstNames();
    return new FirstNames<>() {
      @Override
      public boolean anyOf(Integer subject) {
        return keys.anyOf(subject);
      }

      @Override
      public boolean isOf(Integer subject, int word) {
        return keys.isOf(subject, scan.keys()[word]);
      }
    };
  }

  /** Goes through the article; valid until the next. */
  Found read() {
    found.clear();
    ambiguous = 0;
    casing = new Casing(scan.article());
    if (asksForSense()) {
      senses = new Senses<>(firstNames(), scan, casing);
      claimAll();
    }
    int next = 0;
    for (int hit = 0; hit < hits.size(); hit = next) {
      next = afterWord(hit);
      int last = longest(hit, next);
      while (last >= 0 && next < hits.size() && hits.first(next) <= last) {
        next++;
      }
    }
    return found;
  }

  /** How many ways to write a subject stood there but were not clear. */
  int ambiguous() {
    return ambiguous;
  }

  private boolean asksForSense() {
    for (int hit = 0; hit < hits.size(); hit++) {
      int end = lexicon.to(hits.phrase(hit));
      for (int way = lexicon.from(hits.phrase(hit)); way < end; way++) {
        if (lexicon.isOfPerson(way) || lexicon.form(way) == Form.SHORT) {
          return true;
        }
      }
    }
    return false;
  }

  /** Notes the full names: of those that begin at one word the longest. */
  private void claimAll() {
    int next = 0;
    for (int hit = 0; hit < hits.size(); hit = next) {
      next = afterWord(hit);
      int last = -1;
      for (int i = hit; i < next; i++) {
        last = Math.max(last, lastIfFull(i));
      }
      if (last >= 0) {
        claim(hit, next, last);
      }
      while (next < hits.size() && hits.first(next) <= last) {
        next++;
      }
    }
  }

  /** Sees what a hit says; returns its last word when it is a full name, else -1. */
  private int lastIfFull(int hit) {
    int last = -1;
    int end = lexicon.to(hits.phrase(hit));
    for (int way = lexicon.from(hits.phrase(hit)); way < end; way++) {
      if (lexicon.isOfPerson(way)) {
        int first = hits.first(hit);
        senses.see(new Way(lexicon, way, scan, first), first, hits.last(hit) - first + 1);
      }
      if (isFull(way) && holds(way, hit)) {
        last = hits.last(hit);
      }
    }
    return last;
  }

  private void claim(int from, int to, int last) {
    for (int hit = from; hit < to; hit++) {
      int end = lexicon.to(hits.phrase(hit));
      for (int way = lexicon.from(hits.phrase(hit)); way < end; way++) {
        if (hits.last(hit) == last && isFull(way) && holds(way, hit)) {
          senses.claim(lexicon.subject(way), hits.first(hit));
        }
      }
    }
  }

  private boolean isFull(int way) {
    return lexicon.form(way) == Form.NAME && !lexicon.isBare(way);
  }

  private boolean holds(int way, int hit) {
    return canBe(way, hit) && contextHolds(way);
  }

  private boolean contextHolds(int way) {
    Conditions conditions = lexicon.conditions(way);
    return conditions == null || conditions.contextHolds(standing);
  }

  private boolean canBe(int way, int hit) {
    int first = hits.first(hit);
    int last = hits.last(hit);
    if (lexicon.wantsCapital(way) && !mayBeCapital(first)) {
      return false;
    }
    Conditions conditions = lexicon.conditions(way);
    if (conditions != null && !conditions.isWrittenSo(scan, first, last)) {
      return false;
    }
    return !lexicon.isOfPerson(way)
        || senses.canBe(new Way(lexicon, way, scan, first), first, last - first + 1);
  }

  private boolean mayBeCapital(int word) {
    String text = scan.article().text(scan.field(word));
    return Character.isUpperCase(text.codePointAt(scan.start(word)))
        || !casing.isTelling(scan.field(word));
  }

  /** The first hit that begins at a later word. */
  private int afterWord(int hit) {
    int next = hit + 1;
    while (next < hits.size() && hits.first(next) == hits.first(hit)) {
      next++;
    }
    return next;
  }

  /** Tags the longest of the hits that begin at one word; returns its last word, or -1. */
  private int longest(int from, int to) {
    int end = to;
    while (end > from) {
      int begin = end - 1;
      while (begin > from && hits.last(begin - 1) == hits.last(end - 1)) {
        begin--;
      }
      if (tag(begin, end)) {
        return hits.last(begin);
      }
      end = begin;
    }
    return -1;
  }

  /** Tags what hits at the same words mean; false when they mean nothing here. */
  private boolean tag(int from, int to) {
    choice.clear();
    chooseCertain(from, to);
    if (choice.size() == 0) {
      chooseMeant(from, to);
    }
    for (int i = 0; i < choice.size(); i++) {
      found.add(choice.subject(i), choice.form(i), hits.first(from), hits.last(from));
    }
    return choice.size() > 0;
  }

  /**
   * Full names and demonyms whose context holds, and the one bare alias without conditions; of one
   * subject the name goes before the demonym.
   */
  private void chooseCertain(int from, int to) {
    Set<Integer> bare = Set.of();
    for (int hit = from; hit < to; hit++) {
      int end = lexicon.to(hits.phrase(hit));
      for (int way = lexicon.from(hits.phrase(hit)); way < end; way++) {
        if (lexicon.form(way) == Form.SHORT || !canBe(way, hit)) {
          continue;
        }
        if (!contextHolds(way) || (lexicon.isBare(way) && !isClear(way, hit))) {
          ambiguous++;
        } else if (!lexicon.isBare(way)) {
          choice.add(lexicon.subject(way), lexicon.form(way));
        } else if (isFree(way)) {
          bare = with(bare, lexicon.subject(way));
        }
      }
    }
    one(bare, from).ifPresent(subject -> choice.add(subject, Form.NAME));
  }

  /** The subject of a short form, or of a bare alias on conditions that hold. */
  private void chooseMeant(int from, int to) {
    Set<Integer> names = Set.of();
    Set<Integer> candidates = Set.of();
    for (int hit = from; hit < to; hit++) {
      int end = lexicon.to(hits.phrase(hit));
      for (int way = lexicon.from(hits.phrase(hit)); way < end; way++) {
        if (!isMeant(way, hit)) {
          continue;
        }
        candidates = with(candidates, lexicon.subject(way));
        if (lexicon.form(way) == Form.NAME) {
          names = with(names, lexicon.subject(way));
        }
      }
    }
    Set<Integer> named = names;
    one(candidates, from)
        .ifPresent(
            subject -> choice.add(subject, named.contains(subject) ? Form.NAME : Form.SHORT));
  }

  private boolean isMeant(int way, int hit) {
    if (lexicon.form(way) == Form.SHORT) {
      int first = hits.first(hit);
      return canBe(way, hit)
          && senses.counts(new Way(lexicon, way, scan, first), first, hits.last(hit) - first + 1);
    }
    return lexicon.isBare(way)
        && !isFree(way)
        && canBe(way, hit)
        && contextHolds(way)
        && isClear(way, hit);
  }

  private boolean isClear(int way, int hit) {
    return senses.isClear(new Way(lexicon, way, scan, hits.first(hit)));
  }

  /** Whether it needs no context. */
  private boolean isFree(int way) {
    Conditions conditions = lexicon.conditions(way);
    return conditions == null || !conditions.needsContext();
  }

  private static Set<Integer> with(Set<Integer> subjects, int subject) {
    Set<Integer> more = subjects.isEmpty() ? new TreeSet<>() : subjects;
    more.add(subject);
    return more;
  }

  private Optional<Integer> one(Set<Integer> subjects, int hit) {
    if (subjects.isEmpty()) {
      return Optional.empty();
    }
    Optional<Integer> one = senses.nearest(subjects, hits.first(hit));
    if (one.isEmpty()) {
      ambiguous++;
    }
    return one;
  }
}
