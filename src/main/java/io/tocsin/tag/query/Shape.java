package io.tocsin.tag.query;

import io.tocsin.tag.query.Query.Anchor;
import io.tocsin.tag.query.Query.In;
import io.tocsin.tag.query.Query.Meta;
import io.tocsin.tag.query.Query.Not;
import io.tocsin.tag.query.Query.Or;
import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.query.Query.Weighted;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What can be said of a query from its form alone. */
final class Shape {
  /** A word such as "the" counts for more alternatives than a query may have. */
  private static final int COMMON = 10_000;

  private Shape() {}

  static List<Query> several(List<Query> operands) {
    if (operands.size() < 2) {
      throw new IllegalArgumentException("two operands or more are needed");
    }
    return List.copyOf(operands);
  }

  static void positional(Query query) {
    if (!isPositional(query)) {
      throw new IllegalArgumentException("it has no places of its own: " + query);
    }
  }

  static boolean isPositional(Query query) {
    if (query instanceof Or || query instanceof In) {
      return query.operands().stream().allMatch(Shape::isPositional);
    }
    return query instanceof Anchor;
  }

  static <T extends Query> Set<T> leaves(Query query, Class<T> kind) {
    Set<T> leaves = new LinkedHashSet<>();
    collect(query, kind, leaves);
    return leaves;
  }

  private static <T extends Query> void collect(Query query, Class<T> kind, Set<T> leaves) {
    if (kind.isInstance(query)) {
      leaves.add(kind.cast(query));
    }
    query.operands().forEach(operand -> collect(operand, kind, leaves));
  }

  /** Whether {@link #required} is not empty, without making the set. */
  static boolean isAnchored(Query query) {
    if (query instanceof Anchor) {
      return true;
    }
    if (query instanceof Not || query instanceof Meta) {
      return false;
    }
    if (query instanceof Weighted weighted) {
      return !positive(weighted).isEmpty();
    }
    boolean any = false;
    boolean all = true;
    for (Query operand : query.operands()) {
      boolean anchored = isAnchored(operand);
      any |= anchored;
      all &= anchored;
    }
    return query instanceof Or ? all : any;
  }

  static Set<Anchor> required(Query query) {
    if (query instanceof Anchor anchor) {
      return Set.of(anchor);
    }
    if (query instanceof Not || query instanceof Meta) {
      return Set.of();
    }
    if (query instanceof Or) {
      return union(query.operands());
    }
    if (query instanceof Weighted weighted) {
      return positive(weighted);
    }
    // Of all others every operand must match.
    return rarest(query.operands().stream().map(Query::required).toList());
  }

  /** The set that stands in the fewest articles, as far as its size and its words tell. */
  private static Set<Anchor> rarest(List<Set<Anchor>> sets) {
    Set<Anchor> rarest = Set.of();
    for (Set<Anchor> set : sets) {
      if (!set.isEmpty() && (rarest.isEmpty() || frequency(set) < frequency(rarest))) {
        rarest = set;
      }
    }
    return rarest;
  }

  private static int frequency(Set<Anchor> set) {
    int frequency = 0;
    for (Anchor anchor : set) {
      boolean common = anchor instanceof Term term && CommonWords.isOne(term);
      frequency += common ? COMMON : 1;
    }
    return frequency;
  }

  private static Set<Anchor> union(List<Query> operands) {
    Set<Anchor> union = new LinkedHashSet<>();
    for (Query operand : operands) {
      Set<Anchor> required = operand.required();
      if (required.isEmpty()) {
        return Set.of();
      }
      union.addAll(required);
    }
    return union;
  }

  private static Set<Anchor> positive(Weighted weighted) {
    Set<Anchor> positive = new LinkedHashSet<>(weighted.weights().keySet());
    positive.removeIf(anchor -> weighted.weights().getOrDefault(anchor, 0) <= 0);
    return positive;
  }
}
