package io.tocsin.tag.query;

import io.tocsin.tag.query.Query.About;
import io.tocsin.tag.query.Query.And;
import io.tocsin.tag.query.Query.AtLeast;
import io.tocsin.tag.query.Query.Group;
import io.tocsin.tag.query.Query.In;
import io.tocsin.tag.query.Query.Meta;
import io.tocsin.tag.query.Query.Near;
import io.tocsin.tag.query.Query.Not;
import io.tocsin.tag.query.Query.Or;
import io.tocsin.tag.query.Query.Same;
import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.query.Query.Weighted;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes queries as text that the parser reads back to the same query: one text for all ways to
 * write it. Only weighted lists, which have no form in the language, are written for people.
 */
public final class QueryPrinter {
  /** Words that a reader would take for operators; they are put in quotes. */
  private static final Set<String> OPERATOR_LIKE =
      Set.of("and", "or", "not", "near", "onear", "sentence", "paragraph", "atleast", "within");

  private QueryPrinter() {}

  /** The text of a query. */
  public static String print(Query query) {
    if (query instanceof And) {
      return joined(query.operands(), " AND ");
    }
    if (query instanceof Or) {
      return joined(query.operands(), " OR ");
    }
    if (query instanceof Not not) {
      return "NOT " + operand(not.operand());
    }
    if (query instanceof Near near) {
      String operator = (near.ordered() ? " ONEAR/" : " NEAR/") + near.distance() + " ";
      return joined(near.operands(), operator);
    }
    if (query instanceof Same same) {
      return joined(same.operands(), " " + same.unit() + " ");
    }
    if (query instanceof AtLeast atLeast) {
      return "ATLEAST/" + atLeast.count() + " " + primary(atLeast.operand());
    }
    if (query instanceof In in) {
      return in.zone().word() + ":" + primary(in.operand());
    }
    return leaf(query);
  }

  private static String joined(List<Query> operands, String operator) {
    return operands.stream().map(QueryPrinter::operand).collect(Collectors.joining(operator));
  }

  /**
   * Parentheses stand also where the grammar could do without, so that nobody needs to know it; not
   * around zones, ATLEAST, NOT and what is a single piece.
   */
  private static String operand(Query query) {
    boolean several =
        query instanceof And
            || query instanceof Or
            || query instanceof Near
            || query instanceof Same;
    return several ? "(" + print(query) + ")" : print(query);
  }

  /** What a zone or ATLEAST stands before, where NOT has no place. */
  private static String primary(Query query) {
    return query instanceof Not ? "(" + print(query) + ")" : operand(query);
  }

  private static String leaf(Query query) {
    if (query instanceof Term term) {
      return term(term);
    }
    if (query instanceof About about) {
      return "@" + about.subject();
    }
    if (query instanceof Group group) {
      return "@group/" + value(group.name());
    }
    if (query instanceof Meta meta) {
      return meta.attribute().word() + meta.comparison().sign() + value(meta.value());
    }
    if (query instanceof Weighted weighted) {
      return weighted.weights().entrySet().stream()
          .map(entry -> print(entry.getKey()) + ": " + entry.getValue())
          .collect(Collectors.joining(", ", "{", "} >= " + weighted.threshold()));
    }
    throw new IllegalStateException("a kind of query without a text: " + query);
  }

  private static String term(Term term) {
    List<String> words = term.exact().isEmpty() ? term.words() : term.exact();
    String text = String.join(" ", words);
    if (!term.pattern().isEmpty()) {
      String last = words.get(words.size() - 1);
      text = text.substring(0, text.length() - last.length()) + term.pattern();
    } else if (term.prefix()) {
      text += "*";
    }
    if (!term.exact().isEmpty()) {
      return "=\"" + text + "\"";
    }
    boolean plain = words.size() == 1 && !OPERATOR_LIKE.contains(text);
    return plain ? text : "\"" + text + "\"";
  }

  /** In quotes when it holds anything that would end it. */
  private static String value(String value) {
    boolean plain =
        value.chars().allMatch(c -> Character.isLetterOrDigit(c) || "._-/+:&'".indexOf(c) >= 0);
    return plain && !value.isEmpty() ? value : "\"" + value + "\"";
  }
}
