package io.tocsin.tag.stored;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Article;
import io.tocsin.tag.query.Evaluator;
import io.tocsin.tag.query.Evaluator.Verdict;
import io.tocsin.tag.query.Place;
import io.tocsin.tag.query.Query;
import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.query.TermIndex;
import io.tocsin.tag.text.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine agrees with the plain evaluator on every query, whether it is anchored or not. */
class AgreementTest {
  private static final int QUERIES = 400;
  private static final int ARTICLES = 60;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void matchesAndPlacesAreThoseOfThePlainEvaluator(long seed) {
    Random random = new Random(seed);
    RandomQueries make = new RandomQueries(random);
    List<Query> queries = new ArrayList<>();
    for (int i = 0; i < QUERIES; i++) {
      queries.add(make.query(i % 5));
    }
    Library library = new Library(queries);
    Set<Term> terms = new LinkedHashSet<>();
    queries.forEach(query -> terms.addAll(query.terms()));
    TermIndex index = TermIndex.of(terms);
    int matches = 0;

    for (int i = 0; i < ARTICLES; i++) {
      Article article = make.article();
      Reading reading = Reading.of(article);
      var standing =
          new io.tocsin.tag.query.Standing(
              index.find(reading),
              Map.of("person/a", List.of("leaders", "europe"), "place/b", List.of("europe")));
      Matching matching = library.begin(article);
      tag(random, make, reading, standing, matching);

      matching.run();

      Evaluator evaluator = new Evaluator(reading, standing);
      Map<Integer, List<Place>> expected = new HashMap<>();
      for (int number = 0; number < QUERIES; number++) {
        Verdict verdict = evaluator.evaluate(queries.get(number));
        if (verdict.matched()) {
          expected.put(number, verdict.places());
        }
      }
      for (int number : library.matches()) {
        assertThat(expected)
            .as("seed %d: %s in %s", seed, queries.get(number), article)
            .containsKey(number);
        assertThat(matching.places(number))
            .as("seed %d: %s in %s", seed, queries.get(number), article)
            .isEqualTo(expected.get(number));
      }
      assertThat(library.matches())
          .as("seed %d: %s", seed, article)
          .containsExactlyInAnyOrderElementsOf(expected.keySet());
      matches += matching.size();
    }
    assertThat(matches).as("matches, else the test shows nothing").isGreaterThan(2_000);
  }

  /** With few queries most words are no anchor, and are looked up only when they are asked for. */
  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void matchesOfSingleQueriesAreThoseOfThePlainEvaluator(long seed) {
    RandomQueries make = new RandomQueries(new Random(seed));
    int matches = 0;
    for (int i = 0; i < 1_500; i++) {
      Query query = make.query(i % 5);
      Library library = new Library(List.of(query));
      for (int k = 0; k < 4; k++) {
        Article article = make.article();
        Reading reading = Reading.of(article);
        var standing =
            new io.tocsin.tag.query.Standing(TermIndex.of(query.terms()).find(reading), Map.of());

        boolean matched = !library.matches(article).isEmpty();

        Verdict verdict = new Evaluator(reading, standing).evaluate(query);
        assertThat(matched)
            .as("seed %d: %s in %s", seed, query, article)
            .isEqualTo(verdict.matched());
        assertThat(library.matching.places(0))
            .as("seed %d: %s in %s", seed, query, article)
            .isEqualTo(verdict.places());
        matches += matched ? 1 : 0;
      }
    }
    assertThat(matches).as("matches, else the test shows nothing").isGreaterThan(500);
  }

  private static void tag(
      Random random,
      RandomQueries make,
      Reading reading,
      io.tocsin.tag.query.Standing standing,
      Matching matching) {
    Map<String, List<String>> groups =
        Map.of("person/a", List.of("leaders", "europe"), "place/b", List.of("europe"));
    int words = reading.words().size();
    for (int i = random.nextInt(4); i > 0 && words > 0; i--) {
      int first = random.nextInt(words);
      int last = first;
      while (last + 1 < words
          && random.nextBoolean()
          && reading.words().get(last + 1).sentence() == reading.words().get(first).sentence()) {
        last++;
      }
      String subject = make.pick(RandomQueries.SUBJECTS);
      standing.add(subject, List.of(new Place(first, last)));
      matching.add(subject, groups.getOrDefault(subject, List.of()), first, last);
    }
  }
}
