package io.tocsin.tag.stored;

/**
 * Picks the anchor of a query: leaves of which at least one stands in every article that matches,
 * so few and so rare that the query is seldom tried. An OR needs those of all operands, an AND the
 * rarest of one; NOT and attributes have none.
 *
 * <p>Only queries whose anchor stands are looked at: 30 of 10,000 in a news article, 290 of
 * 100,000.
 */
final class Anchors {
  /**
   * An anchor.
   *
   * @param leaves of which one must stand
   * @param share in which share of all articles one of them does, estimated
   * @param part where in the code the part stands whose leaves they are
   */
  record Choice(Ints leaves, double share, int part) {}

  /** A part of a query in a zone or near another matches more seldom, but is not tried less. */
  private static final int MOST_OCCURRENCES = 3;

  private static final Choice NONE = new Choice(new Ints(), Double.MAX_VALUE, -1);

  private final Leaves leaves;

  Anchors(Leaves leaves) {
    this.leaves = leaves;
  }

  /** The anchor of a part of some code; without leaves when it can match without any. */
  Choice of(int[] code, int at) {
    if (code[at] >= 0) {
      Ints leaf = new Ints(1);
      leaf.add(code[at]);
      return new Choice(leaf, leaves.share(code[at]), at);
    }
    return switch (code[at]) {
      case Op.NOT, Op.META -> NONE;
      case Op.OR -> sum(code, at);
      case Op.WEIGHTED -> positive(code, at);
      default -> rarest(code, at);
    };
  }

  private Choice rarest(int[] code, int at) {
    Choice rarest = NONE;
    for (int i = Op.operands(code, at); i < Op.end(code, at); i = Op.end(code, i)) {
      Choice choice = of(code, i);
      if (choice.share < rarest.share) {
        rarest = choice;
      }
    }
    return rarest;
  }

  private Choice sum(int[] code, int at) {
    Ints all = new Ints();
    double share = 0;
    for (int i = Op.operands(code, at); i < Op.end(code, at); i = Op.end(code, i)) {
      Choice choice = of(code, i);
      if (choice.leaves.size() == 0) {
        return NONE;
      }
      all.addAll(choice.leaves);
      share += choice.share;
    }
    return new Choice(all, share, at);
  }

  /**
   * The terms that speak for the match, but for frequent ones that cannot reach the threshold
   * without any of the others.
   */
  private Choice positive(int[] code, int at) {
    int from = Op.operands(code, at);
    int end = Op.end(code, at);
    long spare = code[at + 2] - 1L; // what the terms left out may add up to
    boolean[] left = new boolean[end - from];
    while (true) {
      int worst = -1;
      for (int i = from; i < end; i += 2) {
        boolean fits = code[i + 1] > 0 && (long) code[i + 1] * MOST_OCCURRENCES <= spare;
        if (fits
            && !left[i - from]
            && (worst < 0 || leaves.share(code[i]) > leaves.share(code[worst]))) {
          worst = i;
        }
      }
      if (worst < 0) {
        break;
      }
      left[worst - from] = true;
      spare -= (long) code[worst + 1] * MOST_OCCURRENCES;
    }
    Ints kept = new Ints();
    double share = 0;
    for (int i = from; i < end; i += 2) {
      if (code[i + 1] > 0 && !left[i - from]) {
        kept.add(code[i]);
        share += leaves.share(code[i]);
      }
    }
    return new Choice(kept, share, at);
  }
}
