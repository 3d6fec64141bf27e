package io.tocsin.tag.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Article;
import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.text.Reading;
import java.util.AbstractMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which of many queries are tried at all. */
class StoredQueriesTest {

  @Test
  void onlyQueriesOfWhichARequiredTermStandsInTheArticleAreEvaluated() {
    // Given
    Map<String, Query> queries = new LinkedHashMap<>();
    for (int i = 0; i < 500; i++) {
      queries.put("q" + i, QueryParser.parse("rare" + i + " AND common"));
    }
    Set<Term> terms = new HashSet<>();
    queries.values().forEach(query -> terms.addAll(query.terms()));
    Reading reading =
        Reading.of(
            new Article(
                "a", null, null, "common rare7", null, null, null, null, List.of(), null, null));
    Map<Term, List<Place>> standing = TermIndex.of(terms).find(reading);
    Set<Object> asked = new HashSet<>();

    // When
    Map<String, List<Place>> matches =
        new StoredQueries(queries)
            .matches(new Evaluator(reading, new Standing(recording(standing, asked), Map.of())));

    // Then
    assertThat(matches).containsOnlyKeys("q7");
    assertThat(asked).containsExactlyInAnyOrder(Term.of("rare7"), Term.of("common"));
  }

  private static Map<Term, List<Place>> recording(
      Map<Term, List<Place>> standing, Set<Object> asked) {
    return new AbstractMap<>() {
      @Override
      public Set<Entry<Term, List<Place>>> entrySet() {
        return standing.entrySet();
      }

      @Override
      public List<Place> getOrDefault(Object term, List<Place> none) {
        asked.add(term);
        return standing.getOrDefault(term, none);
      }
    };
  }
}
