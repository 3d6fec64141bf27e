package io.tocsin.tag.stored;

/**
 * The operations of a compiled query, each followed by its numbers and then by the code of its
 * operands. {@code end} is where the code behind an operation goes on.
 */
final class Code {
  /** leaf: it stands there. */
  static final int LEAF = 0;

  /** end: all operands match. */
  static final int AND = 1;

  /** end: one of the operands matches. */
  static final int OR = 2;

  /** The operand does not match. */
  static final int NOT = 3;

  /** end, distance, ordered: places of both operands stand near each other. */
  static final int NEAR = 4;

  /** end, unit: places of all operands stand in one unit. */
  static final int SAME = 5;

  /** count: the operand has so many places that do not overlap. */
  static final int AT_LEAST = 6;

  /** zone: the operand matches with the places in it alone. */
  static final int IN = 7;

  /** number: the article has the attribute. */
  static final int META = 8;

  /** end, threshold, and a leaf and its weight for each term. */
  static final int WEIGHTED = 9;

  private Code() {}

  /** Where the code behind an operation goes on. */
  static int end(int[] code, int at) {
    int next = at;
    while (true) {
      switch (code[next]) {
        case LEAF, META -> {
          return next + 2;
        }
        case NOT -> next++;
        case AT_LEAST, IN -> next += 2;
        default -> {
          return code[next + 1];
        }
      }
    }
  }
}
