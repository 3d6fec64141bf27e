package io.tocsin.tag.stored;

import io.tocsin.tag.query.Query;
import io.tocsin.tag.query.Query.About;
import io.tocsin.tag.query.Query.Anchor;
import io.tocsin.tag.query.Query.Group;
import io.tocsin.tag.query.Query.In;
import io.tocsin.tag.query.Query.Meta;
import io.tocsin.tag.query.Query.Not;
import io.tocsin.tag.query.Query.Or;
import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.query.Query.Weighted;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Picks what a query is found by: the rarest set of terms, subjects and groups of which one stands
 * in every article that matches.
 */
final class Anchors {
  /** A phrase is so much rarer than its rarest word. */
  private static final double PHRASE = 0.15;

  /** A zone is a small part of an article. */
  private static final double ZONE = 0.3;

  private static final double SUBJECT = 0.01;
  private static final double GROUP = 0.3;

  private final WordShares shares;

  Anchors(WordShares shares) {
    this.shares = shares;
  }

  /** Anchors, and in which share of articles one of them stands. */
  private record Choice(Set<Anchor> anchors, double share) {}

  /** The anchors of a query; empty when an article can match without any. */
  Set<Anchor> of(Query query) {
    Choice choice = choose(query);
    return choice == null ? Set.of() : choice.anchors();
  }

  private @Nullable Choice choose(Query query) {
    if (query instanceof Anchor anchor) {
      return new Choice(Set.of(anchor), share(anchor));
    }
    if (query instanceof Not || query instanceof Meta) {
      return null;
    }
    if (query instanceof Or) {
      return union(query);
    }
    if (query instanceof Weighted weighted) {
      return positive(weighted);
    }
    Choice rarest = rarest(query);
    return rarest != null && query instanceof In
        ? new Choice(rarest.anchors(), rarest.share() * ZONE)
        : rarest;
  }

  /** Of what must all stand there. */
  private @Nullable Choice rarest(Query query) {
    Choice rarest = null;
    for (Query operand : query.operands()) {
      Choice choice = choose(operand);
      if (choice != null && (rarest == null || choice.share() < rarest.share())) {
        rarest = choice;
      }
    }
    return rarest;
  }

  private @Nullable Choice union(Query query) {
    Set<Anchor> all = new LinkedHashSet<>();
    double share = 0;
    for (Query operand : query.operands()) {
      Choice choice = choose(operand);
      if (choice == null) {
        return null;
      }
      all.addAll(choice.anchors());
      share += choice.share();
    }
    return new Choice(all, share);
  }

  private @Nullable Choice positive(Weighted weighted) {
    Set<Anchor> all = new LinkedHashSet<>();
    double share = 0;
    for (Map.Entry<Term, Integer> term : weighted.weights().entrySet()) {
      if (term.getValue() > 0) {
        all.add(term.getKey());
        share += share(term.getKey());
      }
    }
    return all.isEmpty() ? null : new Choice(all, share);
  }

  /** In which share of articles it stands. */
  double share(Anchor anchor) {
    if (anchor instanceof About) {
      return SUBJECT;
    }
    if (anchor instanceof Group) {
      return GROUP;
    }
    Term term = (Term) anchor;
    int last = term.words().size() - 1;
    double rarest =
        term.prefix() ? shares.ofPrefix(term.words().get(last)) : shares.of(term.words().get(last));
    for (int i = 0; i < last; i++) {
      rarest = Math.min(rarest, shares.of(term.words().get(i)));
    }
    return last > 0 ? rarest * PHRASE : rarest;
  }
}
