package io.tocsin.tag.query;

import io.tocsin.tag.query.Lexeme.Kind;
import io.tocsin.tag.query.Query.And;
import io.tocsin.tag.query.Query.AtLeast;
import io.tocsin.tag.query.Query.In;
import io.tocsin.tag.query.Query.Meta;
import io.tocsin.tag.query.Query.Near;
import io.tocsin.tag.query.Query.Not;
import io.tocsin.tag.query.Query.Same;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what is missing where a query cannot go on, and what would be right. */
final class Missing {
  private Missing() {}

  /** Two operands stand side by side. */
  static QueryException operator(Lexeme before, Lexeme found) {
    if (found.kind() == Kind.NOT) {
      return new QueryException("NOT needs an operator before it: write AND NOT", found.start());
    }
    List<String> lower = List.of("and", "or", "not", "near", "sentence", "paragraph");
    boolean lowerCase = lower.contains(found.text()) || lower.contains(before.text());
    String advice =
        lowerCase
            ? "operators are written in capitals: AND, OR, NOT, NEAR/5, SENTENCE, PARAGRAPH"
            : "put AND or OR between them, or quotes around them when they are a phrase";
    return new QueryException(
        "nothing joins '" + before.shown() + "' and '" + found.shown() + "': " + advice,
        found.start());
  }

  /** Something else stands where an operand must. */
  static QueryException operand(Lexeme found, @Nullable Lexeme before) {
    if (before != null && (before.kind() == Kind.ZONE || before.kind() == Kind.AT_LEAST)) {
      String prefix = before.kind() == Kind.ZONE ? before.text() + ":" : before.shown();
      return new QueryException(
          "after "
              + prefix
              + " a word, a phrase or a parenthesis must stand"
              + (found.kind() == Kind.NOT ? ": write AND NOT " + prefix : ""),
          found.start());
    }
    String message =
        switch (found.kind()) {
          case CLOSE -> "a word or a phrase must stand before this parenthesis";
          case END ->
              before == null
                  ? "the query is empty: write a word or a \"phrase\""
                  : "the query ends where a word or a phrase must stand";
          default -> "a word, a phrase or a parenthesis must stand before " + found.shown();
        };
    return new QueryException(message, found.start());
  }

  /** Refuses an operand that has no places of its own. */
  static void checkPositional(Query operand, int start, Lexeme operator) {
    if (operand.isPositional()) {
      return;
    }
    String name = operator.text();
    String joins =
        name
            + " joins words, phrases, subjects or groups of them with OR, such as (arms OR"
            + " \"fighter jet*\")";
    throw new QueryException(joins + "; " + fix(operand, name), start);
  }

  private static String fix(Query operand, String name) {
    if (operand instanceof Not) {
      return "what must not be there is joined with AND NOT";
    }
    if (operand instanceof Meta) {
      return "an attribute of the article is joined with AND";
    }
    if (operand instanceof And) {
      return name.startsWith("ATLEAST")
          ? "write " + name + " before each operand of AND"
          : "in place of (a AND b) " + name + " c write (a " + name + " c) AND (b " + name + " c)";
    }
    if (operand instanceof Near || operand instanceof Same || operand instanceof AtLeast) {
      return "join the parts with AND";
    }
    return operand instanceof In
        ? "so must what stands in the field"
        : "each operand of OR must be such";
  }
}
