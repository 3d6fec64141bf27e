package io.tocsin.tag.stored;

import io.tocsin.model.Article;
import io.tocsin.tag.query.Attribute;
import io.tocsin.tag.query.Comparison;
import io.tocsin.tag.query.Query;
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
import io.tocsin.tag.query.Query.Weighted;
import io.tocsin.tag.query.Unit;
import io.tocsin.tag.query.Zone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Seeded queries of every kind and texts of the few words that they ask for. */
final class RandomQueries {
  static final List<String> SUBJECTS = List.of("person/a", "place/b", "place/c");
  static final List<String> GROUPS = List.of("leaders", "europe");
  private static final List<String> VOCABULARY =
      List.of("arms", "Arms", "trade", "missile", "missiles", "missing", "NASA", "nasa", "the");

  private final Random random;

  RandomQueries(Random random) {
    this.random = random;
  }

  Article article() {
    return new Article(
        "id",
        null,
        random.nextBoolean() ? "bbc" : "reuters",
        text(4),
        random.nextInt(3) == 0 ? text(6) : null,
        text(40),
        random.nextBoolean() ? "en" : null,
        null,
        List.of(),
        null,
        null);
  }

  private String text(int most) {
    StringBuilder text = new StringBuilder();
    int words = random.nextInt(most);
    for (int i = 0; i < words; i++) {
      text.append(pick(VOCABULARY)).append(random.nextInt(6) == 0 ? ". " : " ");
      if (random.nextInt(9) == 0) {
        text.append("\n\n");
      }
    }
    return text.toString();
  }

  <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  Query query(int depth) {
    int kind = random.nextInt(depth == 0 ? 4 : 13);
    return switch (kind) {
      case 0, 1, 2 -> anchor();
      case 3 ->
          new Meta(
              random.nextBoolean() ? Attribute.SOURCE : Attribute.LANGUAGE,
              Comparison.IS,
              random.nextBoolean() ? "bbc" : "en");
      case 4, 5 -> new And(several(depth, false));
      case 6 -> new Or(several(depth, false));
      case 7 -> new Not(query(depth - 1));
      case 8 ->
          new Near(
              positional(depth), positional(depth), 1 + random.nextInt(4), random.nextBoolean());
      case 9 -> new Same(pick(List.of(Unit.values())), several(depth, true));
      case 10 -> new AtLeast(1 + random.nextInt(3), positional(depth));
      case 11 -> new In(pick(List.of(Zone.values())), query(depth - 1));
      default -> weighted();
    };
  }

  private List<Query> several(int depth, boolean positional) {
    List<Query> queries = new ArrayList<>();
    for (int i = 2 + random.nextInt(2); i > 0; i--) {
      queries.add(positional ? positional(depth) : query(depth - 1));
    }
    return queries;
  }

  private Query positional(int depth) {
    if (depth == 0 || random.nextInt(3) > 0) {
      return anchor();
    }
    return random.nextBoolean()
        ? new Or(several(depth - 1, true))
        : new In(pick(List.of(Zone.values())), positional(depth - 1));
  }

  private Query.Anchor anchor() {
    int kind = random.nextInt(10);
    return kind == 0 ? new About(pick(SUBJECTS)) : kind == 1 ? new Group(pick(GROUPS)) : term();
  }

  private Term term() {
    return switch (random.nextInt(9)) {
      case 0 -> new Term(List.of("missil"), true);
      case 1 -> new Term(List.of("mis"), true);
      case 2 -> new Term(List.of("arms", "trade"), false);
      case 3 -> new Term(List.of("the", "arms", "tra"), true);
      case 4 -> new Term(List.of("nasa"), false, "", List.of("NASA"));
      case 5 -> new Term(List.of("missi"), true, "missi?e*", List.of());
      case 6 -> new Term(List.of("unseen"), false);
      default -> Term.of(pick(VOCABULARY));
    };
  }

  private Query weighted() {
    Map<Term, Integer> weights = new LinkedHashMap<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      weights.put(term(), random.nextInt(8) - 2);
    }
    return new Weighted(weights, 1 + random.nextInt(9));
  }
}
