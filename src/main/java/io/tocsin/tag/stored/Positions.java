package io.tocsin.tag.stored;

import io.tocsin.tag.query.Unit;
import io.tocsin.tag.query.Zone;
import java.util.Arrays;

/**
 * Answers the parts of a query that ask where something stands: near, in one sentence or paragraph,
 * how often. The sides of such parts are leaves, ORs of them, and zones of those.
 */
final class Positions {

  private final Standing standing;
  private final Layout layout;
  private final Proximity proximity;
  private final Spots spots = new Spots();
  private int[] lasts = new int[64];
  private int[] firstOfLast = new int[64];
  private int[] marks = new int[64];
  private int lastMark;

  Positions(Standing standing, Layout layout) {
    this.standing = standing;
    this.layout = layout;
    this.proximity = new Proximity(layout);
  }

  /** Adds all places of a side that lie within a run of words. */
  void gather(int[] code, int at, int from, int to, Spots into) {
    int operation = code[at];
    if (operation >= 0) {
      for (int p = standing.places(operation); p != Standing.NONE; p = standing.next(p)) {
        if (standing.first(p) >= from && standing.first(p) < to) {
          into.add(standing.first(p), standing.last(p));
        }
      }
      return;
    }
    int operand = Op.operands(code, at);
    if (operation == Op.IN) {
      Zone zone = Op.ZONES.get(code[at + 2]);
      int zoneFrom = Math.max(from, layout.from(zone));
      gather(code, operand, zoneFrom, Math.min(to, layout.to(zone)), into);
      return;
    }
    for (int end = Op.end(code, at); operand < end; operand = Op.end(code, operand)) {
      gather(code, operand, from, to, into);
    }
  }

  boolean near(int[] code, int at, int from, int to) {
    return sides(code, at, from, to) && proximity.holds(code[at + 2], code[at + 3] != 0);
  }

  boolean near(int[] code, int at, int from, int to, Spots into) {
    return sides(code, at, from, to) && proximity.collect(code[at + 2], code[at + 3] != 0, into);
  }

  private boolean sides(int[] code, int at, int from, int to) {
    int left = Op.operands(code, at);
    proximity.left().clear();
    gather(code, left, from, to, proximity.left());
    if (proximity.left().size() == 0) {
      return false;
    }
    proximity.right().clear();
    gather(code, Op.end(code, left), from, to, proximity.right());
    return proximity.right().size() > 0;
  }

  /** Whether some sentence or paragraph holds a place of each operand. */
  boolean same(int[] code, int at, int from, int to) {
    return markUnits(code, at, from, to);
  }

  /** The same; the places in such sentences or paragraphs are added. */
  boolean same(int[] code, int at, int from, int to, Spots into) {
    if (!markUnits(code, at, from, to)) {
      return false;
    }
    int mark = lastMark;
    Unit unit = Op.UNITS.get(code[at + 2]);
    spots.clear();
    for (int i = Op.operands(code, at); i < Op.end(code, at); i = Op.end(code, i)) {
      gather(code, i, from, to, spots);
    }
    for (int i = 0; i < spots.size(); i++) {
      if (marks[layout.unit(spots.first(i), unit)] == mark) {
        into.add(spots.first(i), spots.last(i));
      }
    }
    return true;
  }

  /**
   * Marks every unit with the number of operands that were found in it in turn, so that each place
   * is looked at once. Marks of earlier questions are below those of this one.
   */
  private boolean markUnits(int[] code, int at, int from, int to) {
    Unit unit = Op.UNITS.get(code[at + 2]);
    int end = Op.end(code, at);
    if (marks.length < layout.units()) {
      marks = new int[2 * layout.units()];
      lastMark = 0;
    }
    if (lastMark > Integer.MAX_VALUE - code.length) {
      Arrays.fill(marks, 0);
      lastMark = 0;
    }
    int unmarked = lastMark;
    boolean first = true;
    for (int i = Op.operands(code, at); i < end; i = Op.end(code, i)) {
      spots.clear();
      gather(code, i, from, to, spots);
      lastMark++;
      boolean found = false;
      for (int k = 0; k < spots.size(); k++) {
        int number = layout.unit(spots.first(k), unit);
        if (first ? marks[number] <= unmarked : marks[number] == lastMark - 1) {
          marks[number] = lastMark;
        }
        found |= marks[number] == lastMark;
      }
      if (!found) {
        lastMark = Math.max(lastMark, unmarked + 1);
        return false;
      }
      first = false;
    }
    return true;
  }

  /** Whether so many places of the operand do not overlap, taken by where they end. */
  boolean atLeast(int[] code, int at, int from, int to) {
    spots.clear();
    gather(code, Op.operands(code, at), from, to, spots);
    spots.sortDistinct();
    int size = spots.size();
    if (size < code[at + 2]) {
      return false;
    }
    byEnd(size);
    int count = 0;
    int end = -1;
    for (int i = 0; i < size; i++) {
      if (firstOfLast[i] > end) {
        count++;
        end = lasts[i];
      }
    }
    return count >= code[at + 2];
  }

  private void byEnd(int size) {
    if (lasts.length < size) {
      lasts = new int[2 * size];
      firstOfLast = new int[2 * size];
    }
    long[] sorted = new long[size];
    for (int i = 0; i < size; i++) {
      sorted[i] = (long) spots.last(i) << 32 | spots.first(i);
    }
    Arrays.sort(sorted);
    for (int i = 0; i < size; i++) {
      lasts[i] = (int) (sorted[i] >>> 32);
      firstOfLast[i] = (int) sorted[i];
    }
  }

  /** How often a leaf stands within a run of words, counted no further than a limit. */
  int count(int leaf, int from, int to, int most) {
    int count = 0;
    for (int p = standing.places(leaf); p != Standing.NONE && count < most; p = standing.next(p)) {
      if (standing.first(p) >= from && standing.first(p) < to) {
        count++;
      }
    }
    return count;
  }
}
