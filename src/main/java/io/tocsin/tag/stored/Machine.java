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

  private final Standing standing;
  private final Layout layout = new Layout();
  private final Positions positions;
  private final List<Meta> attributes;

  /** By attribute: 0 not known, 1 it is so, 2 it is not. */
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
    return switch (operation) {
      case Op.AND -> !anyIs(false, code, at, from, to);
      case Op.OR -> anyIs(true, code, at, from, to);
      case Op.NOT -> !holds(code, operand, from, to);
      case Op.META -> isSo(code[at + 2]);
      case Op.IN -> {
        Zone zone = Op.ZONES.get(code[at + 2]);
        int zoneFrom = Math.max(from, layout.from(zone));
        yield holds(code, operand, zoneFrom, Math.min(to, layout.to(zone)));
      }
      case Op.NEAR -> positions.near(code, at, from, to);
      case Op.SAME -> positions.same(code, at, from, to);
      case Op.AT_LEAST -> positions.atLeast(code, at, from, to);
      case Op.WEIGHTED -> weighted(code, at, from, to);
      default -> throw new IllegalStateException("not an operation: " + operation);
    };
  }

  /** Whether some operand matches, or some does not, as is asked; stops at the first. */
  private boolean anyIs(boolean wanted, int[] code, int at, int from, int to) {
    int end = Op.end(code, at);
    for (int i = Op.operands(code, at); i < end; i = Op.end(code, i)) {
      if (holds(code, i, from, to) == wanted) {
        return true;
      }
    }
    return false;
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

  /** Fills in the places of a query, in reading order, if it matches; none if it does not. */
  void collect(int[] code, int at, Spots into) {
    into.clear();
    collect(code, at, 0, WHOLE, into);
    into.sortDistinct();
  }

  private boolean collect(int[] code, int at, int from, int to, Spots into) {
    int operation = code[at];
    int before = into.size();
    if (operation >= 0) {
      positions.gather(code, at, from, to, into);
      return into.size() > before;
    }
    int operand = Op.operands(code, at);
    return switch (operation) {
      case Op.AND -> collectAll(code, at, from, to, into);
      case Op.OR -> collectAny(code, at, from, to, into);
      case Op.NOT, Op.META -> holds(code, at, from, to);
      case Op.IN -> {
        Zone zone = Op.ZONES.get(code[at + 2]);
        int zoneFrom = Math.max(from, layout.from(zone));
        yield collect(code, operand, zoneFrom, Math.min(to, layout.to(zone)), into);
      }
      case Op.NEAR -> positions.near(code, at, from, to, into);
      case Op.SAME -> positions.same(code, at, from, to, into);
      case Op.AT_LEAST ->
          positions.atLeast(code, at, from, to) && collect(code, operand, from, to, into);
      case Op.WEIGHTED -> collectWeighted(code, at, from, to, into);
      default -> throw new IllegalStateException("not an operation: " + operation);
    };
  }

  private boolean collectAll(int[] code, int at, int from, int to, Spots into) {
    int before = into.size();
    int end = Op.end(code, at);
    for (int i = Op.operands(code, at); i < end; i = Op.end(code, i)) {
      if (!collect(code, i, from, to, into)) {
        into.cut(before);
        return false;
      }
    }
    return true;
  }

  private boolean collectAny(int[] code, int at, int from, int to, Spots into) {
    boolean any = false;
    int end = Op.end(code, at);
    for (int i = Op.operands(code, at); i < end; i = Op.end(code, i)) {
      any |= collect(code, i, from, to, into);
    }
    return any;
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
