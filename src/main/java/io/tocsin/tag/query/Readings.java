package io.tocsin.tag.query;

import io.tocsin.tag.query.Lexeme.Kind;
import java.util.ArrayList;
import java.util.List;

/** Shows both things that a query with AND and OR side by side could mean. */
final class Readings {
  private static final int LONGEST_OPERAND = 30;
  private static final int LONGEST_READING = 200;

  private Readings() {}

  static QueryException mixed(List<String> operands, List<Lexeme> operators, int position) {
    return new QueryException(
        "AND and OR stand side by side without parentheses; write either "
            + grouped(operands, operators, Kind.AND)
            + " or "
            + grouped(operands, operators, Kind.OR),
        position);
  }

  /** The query with parentheses around each run of operands that the operator joins. */
  private static String grouped(List<String> operands, List<Lexeme> operators, Kind closer) {
    List<String> groups = new ArrayList<>();
    String group = shortened(operands.get(0));
    boolean several = false;
    for (int i = 0; i < operators.size(); i++) {
      String operand = shortened(operands.get(i + 1));
      if (operators.get(i).kind() == closer) {
        group = group + " " + closer + " " + operand;
        several = true;
        continue;
      }
      groups.add(several ? "(" + group + ")" : group);
      group = operand;
      several = false;
    }
    groups.add(several ? "(" + group + ")" : group);
    return cut(String.join(closer == Kind.AND ? " OR " : " AND ", groups), LONGEST_READING);
  }

  private static String shortened(String operand) {
    return cut(operand, LONGEST_OPERAND);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length) + "…";
  }
}
