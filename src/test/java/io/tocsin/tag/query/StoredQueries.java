package io.tocsin.tag.query;

import io.tocsin.tag.query.Evaluator.Verdict;
import io.tocsin.tag.query.Query.Anchor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Queries by id. Only those are evaluated of which a required anchor stands in the article, so that
 * the cost does not grow with the number of queries.
 */
public final class StoredQueries {
  private final List<String> ids;
  private final List<Query> queries;
  private final Map<Anchor, List<Integer>> byRequired = new HashMap<>();

  /**
   * @param queries by id; each must have required anchors, as the parser sees to
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

  /** The queries that match, in the order in which they were given, each with its places. */
  public Map<String, List<Place>> matches(Evaluator evaluator) {
    TreeSet<Integer> candidates = new TreeSet<>();
    addCandidates(evaluator.standing().terms(), candidates);
    addCandidates(evaluator.standing().tags(), candidates);
    Map<String, List<Place>> matches = new LinkedHashMap<>();
    for (int candidate : candidates) {
      Verdict verdict = evaluator.evaluate(queries.get(candidate));
      if (verdict.matched()) {
        matches.put(ids.get(candidate), verdict.places());
      }
    }
    return matches;
  }

  private void addCandidates(Set<? extends Anchor> standing, Set<Integer> candidates) {
    standing.forEach(anchor -> candidates.addAll(byRequired.getOrDefault(anchor, List.of())));
  }
}
