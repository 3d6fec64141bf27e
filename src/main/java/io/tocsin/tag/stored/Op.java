package io.tocsin.tag.stored;

import io.tocsin.tag.query.Unit;
import io.tocsin.tag.query.Zone;
import java.util.List;

/**
 * The words of the code that a query is compiled to, all in one flat array of numbers, so that
 * holding a query against an article reads memory from front to back.
 *
 * <p>A number that is not negative is a leaf: it matches where it stands. Any other begins a part
 * of a query: operation, size (how many numbers the part takes, itself included), the arguments
 * named below, then the operands.
 */
final class Op {
  /** All operands match. */
  static final int AND = -1;

  /** At least one operand matches. */
  static final int OR = -2;

  /** The operand does not match. */
  static final int NOT = -3;

  /** Argument: number of the attribute. */
  static final int META = -4;

  /** Argument: number of the zone. */
  static final int IN = -5;

  /** Arguments: distance, 1 when ordered. */
  static final int NEAR = -6;

  /** Argument: number of the unit. */
  static final int SAME = -7;

  /** Argument: how often. */
  static final int AT_LEAST = -8;

  /** Argument: threshold; then pairs of leaf and weight instead of operands. */
  static final int WEIGHTED = -9;

  /** Zones by number. */
  static final List<Zone> ZONES = List.of(Zone.values());

  /** Units by number. */
  static final List<Unit> UNITS = List.of(Unit.values());

  private static final int[] ARGUMENTS = {0, 0, 0, 1, 1, 2, 1, 1, 1};

  private Op() {}

  /** Where the first operand of a part stands. */
  static int operands(int[] code, int at) {
    return at + 2 + ARGUMENTS[-1 - code[at]];
  }

  /** One past the last number of a part. */
  static int end(int[] code, int at) {
    return code[at] >= 0 ? at + 1 : at + code[at + 1];
  }

  /** Whether a part is a leaf or an OR of leaves: it matches exactly when one of them stands. */
  static boolean isPlain(int[] code, int at) {
    if (code[at] >= 0) {
      return true;
    }
    if (code[at] != OR) {
      return false;
    }
    for (int i = operands(code, at); i < end(code, at); i++) {
      if (code[i] < 0) {
        return false;
      }
    }
    return true;
  }
}
