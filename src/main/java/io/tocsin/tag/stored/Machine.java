package io.tocsin.tag.stored;

import io.tocsin.model.Article;
import io.tocsin.tag.query.Attributes;
import io.tocsin.tag.query.Query.Meta;
import io.tocsin.tag.query.Zone;
import io.tocsin.tag.text.Scan;
import java.util.Arrays;
import java.util.List;

/**
 * Runs the code of queries over what stands in one article. A part is held against a run of words:
 * the whole article, or what the zones around the part have in common.
 */
final class Machine {
  /** A run of words up to this is the whole article, for which one bit a leaf is enough. */
  private static final int WHOLE = Integer.MAX_VALUE;

  private static final int MOST_OCCURRENCES = 3;
  private static final Zone[] ZONES = Zone.values();

  private final Standing standing;
  private final Layout layout = new Layout();
  private final Positions positions;
  private final List<Meta> attributes;
  private final byte[] held;
  private Scan scan = Scan.wordsOnly();

  Machine(Standing standing, List<Meta> attributes) {
    this.standing = standing;
    this.positions = new Positions(standing, layout);
    this.attributes = attributes;
    this.held = new byte[attributes.size()];
  }

  void begin(Scan next) {
    scan = next;
    layout.begin(next);
    Arrays.fill(held, (byte) 0);
  }

  /** Whether a query matches. */
  boolean matches(int[] code, int at) {
    return holds(code, at, 0, WHOLE);
  }

  private boolean holds(int[] code, int at, int from, int to) {
    int operation = code[at];
    if (operation >= 0) {
      return stands(operation, from, to);
    }
    int operand = Op.operands(code, at);
    switch (operation) {
      case Op.AND:
      case Op.OR:
        boolean enough = operation == Op.OR;
        for (int end = Op.end(code, at); operand < end; operand = Op.end(code, operand)) {
          if (holds(code, operand, from, to) == enough) {
            return enough;
          }
        }
        return !enough;
      case Op.NOT:
        return !holds(code, operand, from, to);
      case Op.META:
        return isSo(code[at + 2]);
      case Op.IN:
        Zone zone = ZONES[code[at + 2]];
        return holds(
            code, operand, Math.max(from, layout.from(zone)), Math.min(to, layout.to(zone)));
      case Op.NEAR:
        return positions.near(code, at, from, to);
      case Op.SAME:
        return positions.same(code, at, from, to);
      case Op.AT_LEAST:
        return positions.atLeast(code, at, from, to);
      case Op.WEIGHTED:
        return weighted(code, at, from, to);
      default:
        throw new IllegalStateException("not an operation: " + operation);
    }
  }

  private boolean stands(int leaf, int from, int to) {
    return standing.stands(leaf) && (to == WHOLE || positions.count(leaf, from, to, 1) > 0);
  }

  private boolean isSo(int attribute) {
    if (held[attribute] == 0) {
      Article article = scan.article();
      held[attribute] = (byte) (Attributes.hold(attributes.get(attribute), article) ? 1 : 2);
    }
    return held[attribute] == 1;
  }

  private boolean weighted(int[] code, int at, int from, int to) {
    long sum = 0;
    boolean speaksFor = false;
    for (int i = Op.operands(code, at); i < Op.end(code, at); i += 2) {
      if (standing.stands(code[i])) {
        int occurrences = positions.count(code[i], from, to, MOST_OCCURRENCES);
        sum += (long) code[i + 1] * occurrences;
        speaksFor |= code[i + 1] > 0 && occurrences > 0;
      }
    }
    return speaksFor && sum >= code[at + 2];
  }

  /** Adds the places of a query, sorted, if it matches; whether it does. */
  boolean collect(int[] code, int at, Spots into) {
    into.clear();
    boolean matches = collect(code, at, 0, WHOLE, into);
    into.sortDistinct();
    return matches;
  }

  private boolean collect(int[] code, int at, int from, int to, Spots into) {
    int operation = code[at];
    int before = into.size();
    if (operation >= 0) {
      positions.gather(code, at, from, to, into);
      return into.size() > before;
    }
    int operand = Op.operands(code, at);
    switch (operation) {
      case Op.AND:
        for (int end = Op.end(code, at); operand < end; operand = Op.end(code, operand)) {
          if (!collect(code, operand, from, to, into)) {
            into.cut(before);
            return false;
          }
        }
        return true;
      case Op.OR:
        boolean any = false;
        for (int end = Op.end(code, at); operand < end; operand = Op.end(code, operand)) {
          any |= collect(code, operand, from, to, into);
        }
        return any;
      case Op.NOT:
      case Op.META:
        return holds(code, at, from, to);
      case Op.IN:
        Zone zone = ZONES[code[at + 2]];
        return collect(
            code, operand, Math.max(from, layout.from(zone)), Math.min(to, layout.to(zone)), into);
      case Op.NEAR:
        return positions.near(code, at, from, to, into);
      case Op.SAME:
        return positions.same(code, at, from, to, into);
      case Op.AT_LEAST:
        positions.gather(code, operand, from, to, into);
        if (!positions.atLeast(code, at, from, to)) {
          into.cut(before);
          return false;
        }
        return true;
      case Op.WEIGHTED:
        return collectWeighted(code, at, from, to, into);
      default:
        throw new IllegalStateException("not an operation: " + operation);
    }
  }

  private boolean collectWeighted(int[] code, int at, int from, int to, Spots into) {
    if (!weighted(code, at, from, to)) {
      return false;
    }
    for (int i = Op.operands(code, at); i < Op.end(code, at); i += 2) {
      if (code[i + 1] > 0) {
        positions.gather(code, i, from, to, into);
      }
    }
    return true;
  }
}
