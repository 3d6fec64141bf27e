package io.tocsin.tag.stored;

import io.tocsin.model.Field;
import io.tocsin.tag.match.IntSet;
import io.tocsin.tag.query.Attributes;
import io.tocsin.tag.query.Paragraphs;
import io.tocsin.tag.query.Query.Meta;
import io.tocsin.tag.query.Unit;
import io.tocsin.tag.query.Zone;
import io.tocsin.tag.text.Scan;
import java.util.List;

/**
 * Runs the code of queries over what stands in one article; says the same as the plain evaluator.
 * Stops as soon as the answer is known. Reused from article to article by one thread.
 */
@SuppressWarnings("EnumOrdinal") // packed into bits that never leave the process
final class Machine {
  private static final int MOST_OCCURRENCES = 3;
  private static final Unit[] UNITS = Unit.values();
  private static final int TITLE = 1 << Zone.TITLE.ordinal();
  private static final int SUMMARY = 1 << Zone.SUMMARY.ordinal();
  private static final int BODY = 1 << Zone.BODY.ordinal();
  private static final int LEAD = 1 << Zone.LEAD.ordinal();

  private final int[] code;
  private final List<Meta> metas;
  private final Standing standing;
  private final Scan scan;
  private final Places left = new Places();
  private final Places right = new Places();
  private IntSet shared = new IntSet();
  private IntSet both = new IntSet();
  private int[] paragraphs = {};

  Machine(int[] code, List<Meta> metas, Standing standing, Scan scan) {
    this.code = code;
    this.metas = metas;
    this.standing = standing;
    this.scan = scan;
  }

  /** Begins a new article. */
  void clear() {
    paragraphs = new int[0];
  }

  /** Whether the query at a place in the code matches. */
  boolean holds(int at) {
    return holds(at, 0);
  }

  /** Adds the places of a query that matches; they are not settled. */
  void collect(int at, Places out) {
    collect(at, 0, out);
  }

  private boolean holds(int at, int zones) {
    return switch (code[at]) {
      case Code.LEAF -> stands(code[at + 1], zones);
      case Code.AND -> all(at + 2, code[at + 1], zones);
      case Code.OR -> any(at + 2, code[at + 1], zones);
      case Code.NOT -> !holds(at + 1, zones);
      case Code.NEAR -> near(at, zones);
      case Code.SAME -> share(at, zones);
      case Code.AT_LEAST -> {
        places(at + 2, zones, left);
        yield left.disjoint() >= code[at + 1];
      }
      case Code.IN -> holds(at + 2, zones | code[at + 1]);
      case Code.META -> Attributes.hold(metas.get(code[at + 1]), scan.article());
      case Code.WEIGHTED -> weighs(at, zones);
      default -> throw new IllegalStateException("no operation: " + code[at]);
    };
  }

  private boolean all(int from, int to, int zones) {
    for (int at = from; at < to; at = Code.end(code, at)) {
      if (!holds(at, zones)) {
        return false;
      }
    }
    return true;
  }

  private boolean any(int from, int to, int zones) {
    for (int at = from; at < to; at = Code.end(code, at)) {
      if (holds(at, zones)) {
        return true;
      }
    }
    return false;
  }

  private boolean stands(int leaf, int zones) {
    if (zones == 0) {
      return standing.stands(leaf);
    }
    return count(leaf, zones, 1) > 0;
  }

  private int count(int leaf, int zones, int most) {
    int count = 0;
    for (int place = standing.places(leaf);
        place != Standing.NONE && count < most;
        place = standing.next(place)) {
      count += isInside(standing.first(place), zones) ? 1 : 0;
    }
    return count;
  }

  private boolean isInside(int word, int zones) {
    if (zones == 0) {
      return true;
    }
    Field field = scan.field(word);
    return ((zones & TITLE) == 0 || field == Field.TITLE)
        && ((zones & SUMMARY) == 0 || field == Field.SUMMARY)
        && ((zones & BODY) == 0 || field == Field.BODY)
        && ((zones & LEAD) == 0 || (field != Field.TITLE && scan.isProminent(word)));
  }

  private boolean weighs(int at, int zones) {
    long sum = 0;
    boolean speaksFor = false;
    for (int term = at + 3; term < code[at + 1]; term += 2) {
      if (standing.stands(code[term])) {
        int occurrences = count(code[term], zones, MOST_OCCURRENCES);
        sum += (long) code[term + 1] * occurrences;
        speaksFor |= occurrences > 0 && code[term + 1] > 0;
      }
    }
    return speaksFor && sum >= code[at + 2];
  }

  /** The places of what matches by having places, in reading order. */
  private void places(int at, int zones, Places out) {
    out.clear();
    addPlaces(at, zones, out);
    if (code[at] != Code.LEAF) {
      out.settle();
    }
  }

  private void addPlaces(int at, int zones, Places out) {
    switch (code[at]) {
      case Code.LEAF -> addLeaf(code[at + 1], zones, out);
      case Code.OR -> {
        for (int next = at + 2; next < code[at + 1]; next = Code.end(code, next)) {
          addPlaces(next, zones, out);
        }
      }
      case Code.IN -> addPlaces(at + 2, zones | code[at + 1], out);
      default -> throw new IllegalStateException("no places: " + code[at]);
    }
  }

  private void addLeaf(int leaf, int zones, Places out) {
    for (int place = standing.places(leaf); place != Standing.NONE; place = standing.next(place)) {
      if (isInside(standing.first(place), zones)) {
        out.add(standing.first(place), standing.last(place));
      }
    }
  }

  private void sides(int at, int zones) {
    places(at + 4, zones, left);
    if (left.size() > 0) {
      places(Code.end(code, at + 4), zones, right);
    }
  }

  private boolean near(int at, int zones) {
    sides(at, zones);
    if (left.size() == 0 || right.size() == 0) {
      return false;
    }
    return anyFollowed(left, right, code[at + 2])
        || (code[at + 3] == 0 && anyFollowed(right, left, code[at + 2]));
  }

  private boolean anyFollowed(Places before, Places after, int distance) {
    for (int i = 0; i < before.size(); i++) {
      if (isNear(before.last(i), after.firstAfter(before.last(i)), distance)) {
        return true;
      }
    }
    return false;
  }

  private boolean isNear(int earlier, int later, int distance) {
    return earlier >= 0
        && later >= 0
        && later - earlier <= distance
        && scan.field(earlier) == scan.field(later);
  }

  private void collect(int at, int zones, Places out) {
    switch (code[at]) {
      case Code.LEAF -> addLeaf(code[at + 1], zones, out);
      case Code.AND, Code.OR -> {
        for (int next = at + 2; next < code[at + 1]; next = Code.end(code, next)) {
          if (code[at] == Code.AND || holds(next, zones)) {
            collect(next, zones, out);
          }
        }
      }
      case Code.NOT, Code.META -> {}
      case Code.NEAR -> collectNear(at, zones, out);
      case Code.SAME -> collectShared(at, zones, out);
      case Code.AT_LEAST -> addPlaces(at + 2, zones, out);
      case Code.IN -> collect(at + 2, zones | code[at + 1], out);
      case Code.WEIGHTED -> {
        for (int term = at + 3; term < code[at + 1]; term += 2) {
          if (code[term + 1] > 0) {
            addLeaf(code[term], zones, out);
          }
        }
      }
      default -> throw new IllegalStateException("no operation: " + code[at]);
    }
  }

  /** Every place of one side that has a neighbour of the other side. */
  private void collectNear(int at, int zones, Places out) {
    sides(at, zones);
    boolean anyOrder = code[at + 3] == 0;
    addNeighbours(left, right, true, anyOrder, code[at + 2], out);
    addNeighbours(right, left, anyOrder, true, code[at + 2], out);
  }

  private void addNeighbours(
      Places of, Places others, boolean before, boolean after, int distance, Places out) {
    int[] lasts = after ? others.lasts() : new int[0];
    for (int i = 0; i < of.size(); i++) {
      int first = of.first(i);
      int last = of.last(i);
      if ((before && isNear(last, others.firstAfter(last), distance))
          || (after && isNear(lastBefore(lasts, first), first, distance))) {
        out.add(first, last);
      }
    }
  }

  /** The largest number below another; -1 when there is none. */
  private static int lastBefore(int[] ascending, int number) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = low + high >>> 1;
      if (ascending[middle] < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? -1 : ascending[low - 1];
  }

  /** Whether places of all operands stand in one unit; leaves the units in {@code shared}. */
  private boolean share(int at, int zones) {
    Unit unit = UNITS[code[at + 2]];
    shared.clear();
    boolean isFirst = true;
    for (int next = at + 3; next < code[at + 1]; next = Code.end(code, next)) {
      places(next, zones, left);
      both.clear();
      for (int i = 0; i < left.size(); i++) {
        int number = unitOf(left.first(i), unit);
        if (isFirst || shared.has(number)) {
          both.add(number);
        }
      }
      if (both.size() == 0) {
        return false;
      }
      IntSet swap = shared;
      shared = both;
      both = swap;
      isFirst = false;
    }
    return true;
  }

  private void collectShared(int at, int zones, Places out) {
    Unit unit = UNITS[code[at + 2]];
    if (!share(at, zones)) {
      return;
    }
    for (int next = at + 3; next < code[at + 1]; next = Code.end(code, next)) {
      places(next, zones, left);
      for (int i = 0; i < left.size(); i++) {
        if (shared.has(unitOf(left.first(i), unit))) {
          out.add(left.first(i), left.last(i));
        }
      }
    }
  }

  private int unitOf(int word, Unit unit) {
    if (unit == Unit.SENTENCE) {
      return scan.sentence(word);
    }
    if (paragraphs.length == 0) {
      paragraphs = Paragraphs.of(scan.article(), scan.sentences());
    }
    return paragraphs[scan.sentence(word)];
  }
}
