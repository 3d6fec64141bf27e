package io.tocsin.tag;

import io.tocsin.model.Form;
import io.tocsin.tag.match.Hits;
import io.tocsin.tag.match.IntSet;
import io.tocsin.tag.text.Scan;

/**
 * Decides which hits are names of subjects: the leftmost longest one that holds wins; what overlaps
 * it is passed over. All subjects that share the very same words as a full name are tagged, in
 * order of id. Reused from article to article by one thread.
 */
final class Recognition {
  private final Lexicon lexicon;
  private final Scan scan;
  private final Hits hits;
  private final IntSet standing;
  private final IntSet named = new IntSet();
  private final Capitals capitals = new Capitals();
  private final Found found = new Found();
  private final Choice choice = new Choice();
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
  }

  /** Goes through the article; valid until the next. */
  Found read() {
    found.clear();
    named.clear();
    capitals.clear();
    ambiguous = 0;
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
    for (int hit = from; hit < to; hit++) {
      int end = lexicon.to(hits.phrase(hit));
      for (int way = lexicon.from(hits.phrase(hit)); way < end; way++) {
        chooseByContext(way, hit);
      }
    }
    if (choice.size() == 0) {
      chooseShort(from, to);
    }
    for (int i = 0; i < choice.size(); i++) {
      if (choice.form(i) == Form.NAME) {
        named.add(choice.subject(i));
      }
      found.add(choice.subject(i), choice.form(i), hits.first(from), hits.last(from));
    }
    return choice.size() > 0;
  }

  /** Names and demonyms whose context holds; of one subject the name goes before the demonym. */
  private void chooseByContext(int way, int hit) {
    if (lexicon.form(way) == Form.SHORT || !isWrittenSo(way, hit)) {
      return;
    }
    Conditions conditions = lexicon.conditions(way);
    if (conditions == null || conditions.contextHolds(standing)) {
      choice.add(lexicon.subject(way), lexicon.form(way));
    } else {
      ambiguous++;
    }
  }

  /** The short form of the one subject that was named before; of several it is nobody's. */
  private void chooseShort(int from, int to) {
    for (int hit = from; hit < to; hit++) {
      int end = lexicon.to(hits.phrase(hit));
      for (int way = lexicon.from(hits.phrase(hit)); way < end; way++) {
        if (lexicon.form(way) == Form.SHORT
            && named.has(lexicon.subject(way))
            && isWrittenSo(way, hit)) {
          choice.add(lexicon.subject(way), Form.SHORT);
        }
      }
    }
    if (choice.size() > 1) {
      ambiguous++;
      choice.clear();
    }
  }

  private boolean isWrittenSo(int way, int hit) {
    int first = hits.first(hit);
    if (lexicon.wantsCapital(way) && !capitals.mayBegin(scan, first)) {
      return false;
    }
    Conditions conditions = lexicon.conditions(way);
    return conditions == null || conditions.isWrittenSo(scan, first, hits.last(hit));
  }
}
