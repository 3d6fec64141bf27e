package io.tocsin.tag.query;

import io.tocsin.tag.text.Words;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A query as parsed: what must stand in an article. */
public sealed interface Query {

  /**
   * A word, or adjacent words of one sentence.
   *
   * @param words folded, at least one
   * @param prefix whether the last word is only the beginning of one
   */
  record Term(List<String> words, boolean prefix) implements Query {
    /** Makes the list immutable. */
    public Term {
      words = List.copyOf(words);
    }

    /**
     * Reads a term as it stands in a list of context words or weights: words, with a trailing
     * {@code *} for a prefix.
     *
     * @throws IllegalArgumentException when nothing of it can be looked up
     */
    public static Term of(String text) {
      String trimmed = text.strip();
      boolean prefix = trimmed.endsWith("*");
      List<String> words =
          Words.folded(prefix ? trimmed.substring(0, trimmed.length() - 1) : trimmed);
      if (words.isEmpty()) {
        throw new IllegalArgumentException("'" + text + "' holds no letter or digit to look for");
      }
      return new Term(words, prefix);
    }
  }

  /** All operands match. */
  record And(List<Query> operands) implements Query {
    /** Makes the list immutable. */
    public And {
      operands = List.copyOf(operands);
    }
  }

  /** At least one operand matches. */
  record Or(List<Query> operands) implements Query {
    /** Makes the list immutable. */
    public Or {
      operands = List.copyOf(operands);
    }
  }

  /** The operand does not match. */
  record Not(Query operand) implements Query {}

  /**
   * A term of each side stand in one field, in any order, without overlap, and the second begins at
   * most {@code distance} words after the last word of the first: neighbours are at distance 1.
   *
   * @param left alternatives
   * @param right alternatives
   * @param distance at least 1
   */
  record Near(List<Term> left, List<Term> right, int distance) implements Query {
    /** Makes the lists immutable. */
    public Near {
      left = List.copyOf(left);
      right = List.copyOf(right);
    }
  }

  /**
   * The sum over the terms of weight × occurrences, each term at most three times, reaches a
   * threshold.
   *
   * @param weights by term; negative ones speak against
   * @param threshold at least 1
   */
  record Weighted(Map<Term, Integer> weights, int threshold) implements Query {
    /** Makes the map immutable, in the order given. */
    public Weighted {
      weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }
  }

  /** Every term in it, in order. */
  default Set<Term> terms() {
    Set<Term> terms = new LinkedHashSet<>();
    collect(this, terms);
    return terms;
  }

  private static void collect(Query query, Set<Term> terms) {
    if (query instanceof Term term) {
      terms.add(term);
    } else if (query instanceof And and) {
      and.operands().forEach(operand -> collect(operand, terms));
    } else if (query instanceof Or or) {
      or.operands().forEach(operand -> collect(operand, terms));
    } else if (query instanceof Not not) {
      collect(not.operand(), terms);
    } else if (query instanceof Near near) {
      terms.addAll(near.left());
      terms.addAll(near.right());
    } else if (query instanceof Weighted weighted) {
      terms.addAll(weighted.weights().keySet());
    }
  }

  /**
   * Terms of which at least one stands in every article that matches; empty when an article can
   * match without any word of the query. The smallest such set that is easily had: it decides how
   * often the query is evaluated at all.
   */
  default Set<Term> required() {
    if (this instanceof Term term) {
      return Set.of(term);
    }
    if (this instanceof And and) {
      return smallest(and.operands().stream().map(Query::required).toList());
    }
    if (this instanceof Or or) {
      return union(or.operands());
    }
    if (this instanceof Near near) {
      return smallest(List.of(union(near.left()), union(near.right())));
    }
    if (this instanceof Weighted weighted) {
      return positive(weighted);
    }
    return Set.of();
  }

  private static Set<Term> smallest(List<Set<Term>> sets) {
    Set<Term> smallest = Set.of();
    for (Set<Term> set : sets) {
      if (!set.isEmpty() && (smallest.isEmpty() || set.size() < smallest.size())) {
        smallest = set;
      }
    }
    return smallest;
  }

  private static Set<Term> union(List<? extends Query> operands) {
    Set<Term> union = new LinkedHashSet<>();
    for (Query operand : operands) {
      Set<Term> required = operand.required();
      if (required.isEmpty()) {
        return Set.of();
      }
      union.addAll(required);
    }
    return union;
  }

  private static Set<Term> positive(Weighted weighted) {
    Set<Term> positive = new LinkedHashSet<>(weighted.weights().keySet());
    positive.removeIf(term -> weighted.weights().getOrDefault(term, 0) <= 0);
    return positive;
  }
}
