package io.tocsin.tag.query;

import io.tocsin.model.Field;
import io.tocsin.tag.query.Query.Anchor;
import io.tocsin.tag.query.Query.And;
import io.tocsin.tag.query.Query.AtLeast;
import io.tocsin.tag.query.Query.In;
import io.tocsin.tag.query.Query.Meta;
import io.tocsin.tag.query.Query.Near;
import io.tocsin.tag.query.Query.Not;
import io.tocsin.tag.query.Query.Or;
import io.tocsin.tag.query.Query.Same;
import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.query.Query.Weighted;
import io.tocsin.tag.text.Reading;
import io.tocsin.tag.text.Word;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds queries against what stands in one article, as {@link Query} defines them. This is the
 * plain specification: a faster engine must give the same verdicts.
 */
public final class Evaluator {
  /** A term of a weighted list that is repeated says no more than this often. */
  static final int MOST_OCCURRENCES = 3;

  /**
   * Whether a query matched.
   *
   * @param matched whether it did
   * @param places what made it match, in reading order; empty when it did not
   */
  public record Verdict(boolean matched, List<Place> places) {
    private static final Verdict NO = new Verdict(false, List.of());
    private static final Verdict YES = new Verdict(true, List.of());

    private static Verdict of(TreeSet<Place> places) {
      return new Verdict(true, List.copyOf(places));
    }

    /** Of what matches by having places. */
    private static Verdict positional(Collection<Place> places) {
      return places.isEmpty() ? NO : new Verdict(true, List.copyOf(places));
    }
  }

  private final Reading reading;
  private final Standing standing;
  private final Units units;
  private final Set<Zone> zones;

  /**
   * @param reading the article
   * @param standing what stands in it
   */
  public Evaluator(Reading reading, Standing standing) {
    this(reading, standing, new Units(reading), EnumSet.noneOf(Zone.class));
  }

  private Evaluator(Reading reading, Standing standing, Units units, Set<Zone> zones) {
    this.reading = reading;
    this.standing = standing;
    this.units = units;
    this.zones = zones;
  }

  Standing standing() {
    return standing;
  }

  Reading reading() {
    return reading;
  }

  /** The same article, of which only the places in a zone are seen, besides other zones. */
  Evaluator inside(Zone zone) {
    Set<Zone> narrower = EnumSet.of(zone);
    narrower.addAll(zones);
    return new Evaluator(reading, standing, units, narrower);
  }

  /** Evaluates one query. */
  public Verdict evaluate(Query query) {
    if (query instanceof Anchor anchor) {
      return Verdict.positional(placesOf(anchor));
    }
    if (query instanceof And and) {
      return evaluateAnd(and);
    }
    if (query instanceof Or or) {
      return evaluateOr(or);
    }
    if (query instanceof Not not) {
      return evaluate(not.operand()).matched() ? Verdict.NO : Verdict.YES;
    }
    if (query instanceof Near near) {
      return evaluateNear(near);
    }
    if (query instanceof Same same) {
      return evaluateSame(same);
    }
    if (query instanceof AtLeast atLeast) {
      List<Place> places = evaluate(atLeast.operand()).places();
      return disjoint(places) >= atLeast.count() ? new Verdict(true, places) : Verdict.NO;
    }
    if (query instanceof In in) {
      return inside(in.zone()).evaluate(in.operand());
    }
    if (query instanceof Meta meta) {
      return Attributes.hold(meta, reading.article()) ? Verdict.YES : Verdict.NO;
    }
    if (query instanceof Weighted weighted) {
      return evaluateWeighted(weighted);
    }
    throw new IllegalStateException("a kind of query without a meaning: " + query);
  }

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
    TreeSet<Place> places = new TreeSet<>(Place.ORDER);
    for (Map.Entry<Term, Integer> entry : weighted.weights().entrySet()) {
      if (entry.getValue() > 0) {
        places.addAll(placesOf(entry.getKey()));
      }
    }
    return sum(weighted) >= weighted.threshold() ? Verdict.positional(places) : Verdict.NO;
  }

  /** What the terms of a weighted list add up to. */
  long sum(Weighted weighted) {
    long sum = 0;
    for (Map.Entry<Term, Integer> entry : weighted.weights().entrySet()) {
      int occurrences = Math.min(MOST_OCCURRENCES, placesOf(entry.getKey()).size());
      sum += (long) entry.getValue() * occurrences;
    }
    return sum;
  }

  /** Every place of one side that has a neighbour of the other side is a place of the match. */
  private Verdict evaluateNear(Near near) {
    List<Place> left = evaluate(near.left()).places();
    List<Place> right = evaluate(near.right()).places();
    Neighbours lefts = new Neighbours(left);
    Neighbours rights = new Neighbours(right);
    TreeSet<Place> places = new TreeSet<>(Place.ORDER);
    for (Place place : left) {
      if (near(place.last(), rights.firstWordAfter(place.last()), near.distance())
          || (!near.ordered()
              && near(rights.lastWordBefore(place.first()), place.first(), near.distance()))) {
        places.add(place);
      }
    }
    for (Place place : right) {
      if (near(lefts.lastWordBefore(place.first()), place.first(), near.distance())
          || (!near.ordered()
              && near(place.last(), lefts.firstWordAfter(place.last()), near.distance()))) {
        places.add(place);
      }
    }
    return Verdict.positional(places);
  }

  private boolean near(int earlier, int later, int distance) {
    return earlier >= 0
        && later >= 0
        && later - earlier <= distance
        && reading.words().get(earlier).field() == reading.words().get(later).field();
  }

  private Verdict evaluateSame(Same same) {
    List<List<Place>> sides = new ArrayList<>();
    Set<Integer> shared = new HashSet<>();
    for (Query operand : same.operands()) {
      List<Place> side = evaluate(operand).places();
      Set<Integer> numbers = new HashSet<>();
      side.forEach(place -> numbers.add(units.of(place, same.unit())));
      if (sides.isEmpty()) {
        shared.addAll(numbers);
      } else {
        shared.retainAll(numbers);
      }
      sides.add(side);
    }
    TreeSet<Place> places = new TreeSet<>(Place.ORDER);
    for (List<Place> side : sides) {
      side.stream()
          .filter(place -> shared.contains(units.of(place, same.unit())))
          .forEach(places::add);
    }
    return Verdict.positional(places);
  }

  /** How many places there are that do not overlap, taken from left to right by where they end. */
  static int disjoint(List<Place> places) {
    List<Place> byEnd = new ArrayList<>(places);
    byEnd.sort(Place.BY_END);
    int count = 0;
    int end = -1;
    for (Place place : byEnd) {
      if (place.first() > end) {
        count++;
        end = place.last();
      }
    }
    return count;
  }

  private List<Place> placesOf(Anchor anchor) {
    List<Place> places = standing.places(anchor);
    return zones.isEmpty() ? places : places.stream().filter(this::isInside).toList();
  }

  private boolean isInside(Place place) {
    Word word = reading.words().get(place.first());
    return zones.stream()
        .allMatch(
            zone ->
                switch (zone) {
                  case TITLE -> word.field() == Field.TITLE;
                  case SUMMARY -> word.field() == Field.SUMMARY;
                  case BODY -> word.field() == Field.BODY;
                  case LEAD ->
                      word.field() != Field.TITLE
                          && reading.isProminent(word.field(), word.sentence());
                });
  }
}
