package io.tocsin.tag.stored;

import java.util.Arrays;

/**
 * Puts the operands of every AND into the order of how seldom they match: most queries that are
 * tried fail, and must fail at the first look.
 */
final class Arranger {
  private static final double NEAR = 0.15;
  private static final double SAME = 0.3;
  private static final double TITLE = 0.3;
  private static final double OFTEN = 0.3;
  private static final double ATTRIBUTE = 0.3;

  private final Leaves leaves;

  Arranger(Leaves leaves) {
    this.leaves = leaves;
  }

  /** In which share of all articles a part of some code matches, estimated. */
  double share(int[] code, int at) {
    if (code[at] >= 0) {
      return leaves.share(code[at]);
    }
    int from = Op.operands(code, at);
    return switch (code[at]) {
      case Op.AND -> rarest(code, from, Op.end(code, at));
      case Op.NEAR -> NEAR * rarest(code, from, Op.end(code, at));
      case Op.SAME -> SAME * rarest(code, from, Op.end(code, at));
      case Op.OR -> sum(code, from, Op.end(code, at));
      case Op.NOT -> 1 - share(code, from);
      case Op.META -> ATTRIBUTE;
      case Op.IN -> TITLE * share(code, from);
      case Op.AT_LEAST -> OFTEN * share(code, from);
      default -> OFTEN;
    };
  }

  private double rarest(int[] code, int from, int to) {
    double rarest = 1;
    for (int at = from; at < to; at = Op.end(code, at)) {
      rarest = Math.min(rarest, share(code, at));
    }
    return rarest;
  }

  private double sum(int[] code, int from, int to) {
    double sum = 0;
    for (int at = from; at < to; at = Op.end(code, at)) {
      sum += share(code, at);
    }
    return Math.min(1, sum);
  }

  /** Rearranges a part in place, its operands included. */
  void arrange(int[] code, int at) {
    if (code[at] >= 0 || code[at] == Op.META || code[at] == Op.WEIGHTED) {
      return;
    }
    int from = Op.operands(code, at);
    int to = Op.end(code, at);
    int count = 0;
    for (int operand = from; operand < to; operand = Op.end(code, operand)) {
      arrange(code, operand);
      count++;
    }
    if (code[at] == Op.AND) {
      sort(code, from, to, count);
    }
  }

  private void sort(int[] code, int from, int to, int count) {
    int[] starts = new int[count];
    double[] shares = new double[count];
    boolean ordered = true;
    Integer[] order = new Integer[count];
    int at = from;
    for (int i = 0; i < count; i++) {
      starts[i] = at;
      shares[i] = share(code, at);
      order[i] = i;
      ordered &= i == 0 || shares[i - 1] <= shares[i];
      at = Op.end(code, at);
    }
    if (ordered) {
      return;
    }
    Arrays.sort(order, (one, other) -> Double.compare(shares[one], shares[other]));
    Ints sorted = new Ints(to - from);
    for (int i : order) {
      sorted.addAll(code, starts[i], Op.end(code, starts[i]));
    }
    System.arraycopy(sorted.values(), 0, code, from, to - from);
  }
}
