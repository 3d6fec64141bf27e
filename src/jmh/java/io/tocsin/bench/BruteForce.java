package io.tocsin.bench;

import io.tocsin.model.Article;
import io.tocsin.tag.query.Evaluator;
import io.tocsin.tag.query.Query;
import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.query.Standing;
import io.tocsin.tag.query.TermIndex;
import io.tocsin.tag.text.Reading;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Evaluates every query plainly: the second oracle beside Lucene. */
final class BruteForce {
  private final List<Query> queries;
  private final TermIndex terms;

  BruteForce(List<Query> queries) {
    this.queries = queries;
    Set<Term> all = new LinkedHashSet<>();
    queries.forEach(query -> all.addAll(query.terms()));
    this.terms = TermIndex.of(all);
  }

  /** Compares the matches of some articles; returns how many articles those were. */
  int check(OwnQueries own, List<Article> articles) {
    for (Article article : articles) {
      Reading reading = Reading.of(article);
      Evaluator evaluator = new Evaluator(reading, new Standing(terms.find(reading), Map.of()));
      Set<Integer> expected = new TreeSet<>();
      for (int i = 0; i < queries.size(); i++) {
        if (evaluator.evaluate(queries.get(i)).matched()) {
          expected.add(i);
        }
      }
      if (!expected.equals(own.matches(article))) {
        throw new IllegalStateException("expected " + expected + ", not " + own.matches(article));
      }
    }
    return articles.size();
  }
}
