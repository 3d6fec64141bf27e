package io.tocsin.tag.query;

import io.tocsin.tag.query.Query.And;
import io.tocsin.tag.query.Query.Near;
import io.tocsin.tag.query.Query.Not;
import io.tocsin.tag.query.Query.Or;
import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.query.Query.Weighted;
import io.tocsin.tag.text.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Holds queries against the terms that were found in one article. */
public final class Evaluator {
  /** A term that is repeated says no more than this often. */
  private static final int MOST_OCCURRENCES = 3;

  /**
   * Whether a query matched.
   *
   * @param matched whether it did
   * @param places the terms that made it match, in reading order; empty when it did not
   */
  public record Verdict(boolean matched, List<Place> places) {
    private static final Verdict NO = new Verdict(false, List.of());

    private static Verdict of(TreeSet<Place> places) {
      return new Verdict(true, List.copyOf(places));
    }
  }

  private final Reading reading;
  private final Map<Term, List<Place>> found;

  /**
   * @param reading the article
   * @param found every term of the queries to come that stands in it
   */
  public Evaluator(Reading reading, Map<Term, List<Place>> found) {
    this.reading = reading;
    this.found = found;
  }

  /** Evaluates one query. */
  public Verdict evaluate(Query query) {
    if (query instanceof Term term) {
      List<Place> places = placesOf(term);
      return places.isEmpty() ? Verdict.NO : new Verdict(true, places);
    }
    if (query instanceof And and) {
      return evaluateAnd(and);
    }
    if (query instanceof Or or) {
      return evaluateOr(or);
    }
    if (query instanceof Not not) {
      return evaluate(not.operand()).matched() ? Verdict.NO : new Verdict(true, List.of());
    }
    if (query instanceof Near near) {
      return evaluateNear(near);
    }
    if (query instanceof Weighted weighted) {
      return evaluateWeighted(weighted);
    }
    throw new IllegalStateException("a kind of query without a meaning: " + query);
  }

  /**
   * All operands first, then their places: most queries that are tried fail, and must fail cheaply.
   */
  private Verdict evaluateAnd(And and) {
    List<Verdict> verdicts = new ArrayList<>();
    for (Query operand : and.operands()) {
      Verdict verdict = evaluate(operand);
      if (!verdict.matched()) {
        return Verdict.NO;
      }
      verdicts.add(verdict);
    }
    TreeSet<Place> places = new TreeSet<>(Place.ORDER);
    verdicts.forEach(verdict -> places.addAll(verdict.places()));
    return Verdict.of(places);
  }

  private Verdict evaluateOr(Or or) {
    TreeSet<Place> places = new TreeSet<>(Place.ORDER);
    boolean matched = false;
    for (Query operand : or.operands()) {
      Verdict verdict = evaluate(operand);
      matched |= verdict.matched();
      places.addAll(verdict.places());
    }
    return matched ? Verdict.of(places) : Verdict.NO;
  }

  private Verdict evaluateWeighted(Weighted weighted) {
    long sum = 0;
    TreeSet<Place> places = new TreeSet<>(Place.ORDER);
    for (Map.Entry<Term, Integer> entry : weighted.weights().entrySet()) {
      List<Place> standing = placesOf(entry.getKey());
      sum += (long) entry.getValue() * Math.min(MOST_OCCURRENCES, standing.size());
      if (entry.getValue() > 0) {
        places.addAll(standing);
      }
    }
    return sum >= weighted.threshold() && !places.isEmpty() ? Verdict.of(places) : Verdict.NO;
  }

  /** Every place of one side that has a neighbour of the other side is a place of the match. */
  private Verdict evaluateNear(Near near) {
    List<Place> left = evaluate(near.left()).places();
    List<Place> right = evaluate(near.right()).places();
    TreeSet<Place> places = new TreeSet<>(Place.ORDER);
    addNeighbours(left, new Neighbours(right), near.distance(), places);
    addNeighbours(right, new Neighbours(left), near.distance(), places);
    return places.isEmpty() ? Verdict.NO : Verdict.of(places);
  }

  private void addNeighbours(List<Place> of, Neighbours others, int distance, Set<Place> places) {
    for (Place place : of) {
      int before = others.lastWordBefore(place.first());
      int after = others.firstWordAfter(place.last());
      if (near(before, place.first(), distance) || near(place.last(), after, distance)) {
        places.add(place);
      }
    }
  }

  private boolean near(int earlier, int later, int distance) {
    return earlier >= 0
        && later >= 0
        && later - earlier <= distance
        && reading.words().get(earlier).field() == reading.words().get(later).field();
  }

  private List<Place> placesOf(Term term) {
    return found.getOrDefault(term, List.of());
  }
}
