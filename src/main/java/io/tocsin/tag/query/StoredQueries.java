package io.tocsin.tag.query;

import io.tocsin.tag.query.Evaluator.Verdict;
import io.tocsin.tag.query.Query.Anchor;
import io.tocsin.tag.query.Query.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Queries by id. Only those are evaluated of which a required term stands in the article, so that
 * the cost does not grow with the number of queries.
 */
public final class StoredQueries {
  private final List<String> ids;
  private final List<Query> queries;
  private final Map<Anchor, List<Integer>> byRequired = new HashMap<>();

  /**
   * @param queries by id; each must have required terms, as the parser sees to
   */
  public StoredQueries(Map<String, Query> queries) {
    this.ids = List.copyOf(queries.keySet());
    this.queries = List.copyOf(queries.values());
    for (int i = 0; i < ids.size(); i++) {
      for (Anchor anchor : this.queries.get(i).required()) {
        byRequired.computeIfAbsent(anchor, a -> new ArrayList<>()).add(i);
      }
    }
  }

  /**
   * The queries that match, in the order in which they were given, each with its places.
   *
   * @param evaluator holds the article
   * @param standing the terms that stand in it
   */
  public Map<String, List<Place>> matches(Evaluator evaluator, Set<Term> standing) {
    TreeSet<Integer> candidates = new TreeSet<>();
    standing.forEach(term -> candidates.addAll(byRequired.getOrDefault(term, List.of())));
    Map<String, List<Place>> matches = new LinkedHashMap<>();
    for (int candidate : candidates) {
      Verdict verdict = evaluator.evaluate(queries.get(candidate));
      if (verdict.matched()) {
        matches.put(ids.get(candidate), verdict.places());
      }
    }
    return matches;
  }
}
