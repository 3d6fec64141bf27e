package io.tocsin.tag.query;

import io.tocsin.model.Article;
import io.tocsin.tag.query.Query.And;
import io.tocsin.tag.query.Query.AtLeast;
import io.tocsin.tag.query.Query.In;
import io.tocsin.tag.query.Query.Meta;
import io.tocsin.tag.query.Query.Near;
import io.tocsin.tag.query.Query.Not;
import io.tocsin.tag.query.Query.Or;
import io.tocsin.tag.query.Query.Same;
import io.tocsin.tag.text.Reading;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says why operands that may be there do not make a match. */
final class Failure {
  private final Evaluator evaluator;

  Failure(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  String of(Query query) {
    if (query instanceof And) {
      return "not there: " + missing(query);
    }
    if (query instanceof Or) {
      return "none of them is there";
    }
    if (query instanceof Not) {
      return "what must not be there is there";
    }
    if (query instanceof Near near) {
      return missing(query).isEmpty() ? apart(near) : "not there: " + missing(query);
    }
    if (query instanceof Same same) {
      return missing(query).isEmpty()
          ? "never in the same " + same.unit().word()
          : "not there: " + missing(query);
    }
    if (query instanceof AtLeast atLeast) {
      int count = Evaluator.disjoint(evaluator.evaluate(atLeast.operand()).places());
      return count
          + (count == 1 ? " time" : " times")
          + " without overlap, at least "
          + atLeast.count()
          + " needed";
    }
    if (query instanceof In in) {
      return "not in the " + in.zone().word();
    }
    if (query instanceof Meta meta) {
      return attribute(meta, evaluator.reading().article());
    }
    throw new IllegalStateException("a kind of query without a reason: " + query);
  }

  private String missing(Query query) {
    return query.operands().stream()
        .filter(operand -> !evaluator.evaluate(operand).matched())
        .map(QueryPrinter::print)
        .collect(Collectors.joining(", "));
  }

  /** Both sides are there; which pair comes nearest to what is asked? */
  private String apart(Near near) {
    List<Place> left = evaluator.evaluate(near.left()).places();
    List<Place> right = evaluator.evaluate(near.right()).places();
    int forward = nearest(left, right);
    int backward = nearest(right, left);
    int least = near.ordered() ? forward : Math.min(forward, backward);
    if (least < Integer.MAX_VALUE) {
      return least + " words apart at the nearest, at most " + near.distance() + " allowed";
    }
    return backward < Integer.MAX_VALUE
        ? "never in this order in one field"
        : "never in one field without overlap";
  }

  /** The least distance from an earlier to a later place of one field. */
  private int nearest(List<Place> earlier, List<Place> later) {
    Reading reading = evaluator.reading();
    Neighbours followers = new Neighbours(later);
    int least = Integer.MAX_VALUE;
    for (Place place : earlier) {
      int next = followers.firstWordAfter(place.last());
      if (next >= 0
          && reading.words().get(next).field() == reading.words().get(place.last()).field()) {
        least = Math.min(least, next - place.last());
      }
    }
    return least;
  }

  private static String attribute(Meta meta, Article article) {
    @Nullable Object value =
        switch (meta.attribute()) {
          case SOURCE -> article.source() == null ? article.url() : article.source();
          case LANGUAGE -> article.language();
          case SECTION -> article.section();
          case PUBLISHED -> article.publishedAt();
        };
    String name = meta.attribute().word();
    return value == null ? "the article has no " + name : name + " is " + value;
  }
}
