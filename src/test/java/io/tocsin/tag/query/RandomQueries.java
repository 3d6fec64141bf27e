package io.tocsin.tag.query;

import io.tocsin.tag.query.Query.About;
import io.tocsin.tag.query.Query.And;
import io.tocsin.tag.query.Query.AtLeast;
import io.tocsin.tag.query.Query.Group;
import io.tocsin.tag.query.Query.In;
import io.tocsin.tag.query.Query.Meta;
import io.tocsin.tag.query.Query.Near;
import io.tocsin.tag.query.Query.Not;
import io.tocsin.tag.query.Query.Or;
import io.tocsin.tag.query.Query.Same;
import io.tocsin.tag.query.Query.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes queries of every kind from a seed, over few words, so that they match often. */
final class RandomQueries {
  private static final List<Term> TERMS =
      List.of(
          Term.of("alpha"),
          Term.of("beta"),
          Term.of("gamma"),
          Term.of("alpha beta"),
          Term.of("beta gamma*"),
          Term.of("alp*"),
          Term.of("北朝鮮"),
          Term.of("ракет*"),
          new Term(List.of("gam"), true, "gam?a", List.of()),
          new Term(List.of("beta", "gam"), true, "gam*a?", List.of()),
          new Term(List.of("alpha"), false, "", List.of("ALPHA")),
          new Term(List.of("alpha", "bet"), true, "", List.of("Alpha", "Bét")));

  private static final List<String> SUBJECTS = List.of("person/jane-roe", "place/xx");

  private static final List<Meta> ATTRIBUTES =
      List.of(
          new Meta(Attribute.SOURCE, Comparison.IS, "one.example"),
          new Meta(Attribute.SOURCE, Comparison.IS, "radio exia"),
          new Meta(Attribute.LANGUAGE, Comparison.IS, "en"),
          new Meta(Attribute.SECTION, Comparison.IS, "world news"),
          new Meta(Attribute.PUBLISHED, Comparison.AFTER, "2023-11-01"),
          new Meta(Attribute.PUBLISHED, Comparison.NOT_AFTER, "2023-11-01T09:30:00Z"));

  private final Random random;

  RandomQueries(Random random) {
    this.random = random;
  }

  /** A query that is nested at most so deep. */
  Query query(int depth) {
    if (depth == 0) {
      return random.nextInt(8) == 0 ? pick(ATTRIBUTES) : leaf();
    }
    return switch (random.nextInt(9)) {
      case 0 -> new And(several(depth));
      case 1 -> new Or(several(depth));
      case 2 -> new Not(query(depth - 1));
      case 3, 4 ->
          new Near(
              positional(depth - 1),
              positional(depth - 1),
              1 + random.nextInt(5),
              random.nextBoolean());
      case 5 -> new Same(pick(List.of(Unit.values())), positionals(depth));
      case 6 -> new AtLeast(1 + random.nextInt(3), positional(depth - 1));
      case 7 -> new In(pick(List.of(Zone.values())), query(depth - 1));
      default -> leaf();
    };
  }

  private Query positional(int depth) {
    if (depth <= 0 || random.nextInt(3) > 0) {
      return leaf();
    }
    return random.nextBoolean()
        ? new Or(positionals(depth))
        : new In(pick(List.of(Zone.values())), positional(depth - 1));
  }

  private Query leaf() {
    return switch (random.nextInt(8)) {
      case 0 -> new About(pick(SUBJECTS));
      case 1 -> new Group(random.nextBoolean() ? "leaders" : "armed groups");
      default -> pick(TERMS);
    };
  }

  private List<Query> several(int depth) {
    List<Query> several = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(2); i++) {
      several.add(query(depth - 1));
    }
    return several;
  }

  private List<Query> positionals(int depth) {
    List<Query> several = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(2); i++) {
      several.add(positional(depth - 1));
    }
    return several;
  }

  private <T> T pick(List<? extends T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
