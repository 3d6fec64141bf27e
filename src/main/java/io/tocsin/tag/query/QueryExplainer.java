package io.tocsin.tag.query;

import io.tocsin.model.FieldSpan;
import io.tocsin.tag.query.Evaluator.Verdict;
import io.tocsin.tag.query.Explanation.Spot;
import io.tocsin.tag.query.Query.Anchor;
import io.tocsin.tag.query.Query.In;
import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.query.Query.Weighted;
import io.tocsin.tag.text.Reading;
import io.tocsin.tag.text.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Explains queries part by part; the verdicts are those of the {@link Evaluator}. */
public final class QueryExplainer {
  private final Evaluator evaluator;

  /**
   * @param evaluator the article, with every term of the queries to come
   */
  public QueryExplainer(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** Why the query matches the article or does not. */
  public Explanation explain(Query query) {
    Verdict verdict = evaluator.evaluate(query);
    return new Explanation(
        QueryPrinter.print(query),
        verdict.matched(),
        spots(verdict.places(), evaluator.reading()),
        reason(query, verdict),
        parts(query));
  }

  private List<Explanation> parts(Query query) {
    if (query instanceof In in) {
      return List.of(new QueryExplainer(evaluator.inside(in.zone())).explain(in.operand()));
    }
    if (query instanceof Weighted weighted) {
      return parts(weighted);
    }
    return query.operands().stream().map(this::explain).toList();
  }

  private List<Explanation> parts(Weighted weighted) {
    List<Explanation> parts = new ArrayList<>();
    for (Map.Entry<Term, Integer> entry : weighted.weights().entrySet()) {
      Explanation part = explain(entry.getKey());
      int times = Math.min(Evaluator.MOST_OCCURRENCES, part.spots().size());
      String sum = "weight " + entry.getValue() + " x " + times + " = " + times * entry.getValue();
      parts.add(
          new Explanation(
              part.text(),
              part.matched(),
              part.spots(),
              part.matched() ? sum : part.reason(),
              List.of()));
    }
    return parts;
  }

  private String reason(Query query, Verdict verdict) {
    if (query instanceof Weighted weighted) {
      return "sum " + evaluator.sum(weighted) + " of " + weighted.threshold();
    }
    if (verdict.matched()) {
      return "";
    }
    return query instanceof Anchor anchor
        ? new Absence(evaluator).of(anchor)
        : new Failure(evaluator).of(query);
  }

  /** Places with their original characters. */
  public static List<Spot> spots(List<Place> places, Reading reading) {
    List<Spot> spots = new ArrayList<>();
    for (Place place : places) {
      Word first = reading.words().get(place.first());
      Word last = reading.words().get(place.last());
      spots.add(
          new Spot(
              new FieldSpan(first.field(), first.start(), last.end()),
              reading.surface(first, last)));
    }
    return spots;
  }
}
