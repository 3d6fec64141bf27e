package io.tocsin.tag.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.query.Query.Weighted;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries as text. */
class QueryPrinterTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatIsPrintedIsReadBackAsTheSameQuery(long seed) {
    RandomQueries queries = new RandomQueries(new Random(seed));
    for (int round = 0; round < 1_000; round++) {
      // Given
      Query query = queries.query(round % 5);
      String text = QueryPrinter.print(query);

      // When
      Query read = QueryParser.parseAny(text);

      // Then
      assertThat(read).as("seed %s, round %s: %s", seed, round, text).isEqualTo(query);
      assertThat(QueryPrinter.print(read)).isEqualTo(text);
    }
  }

  @Test
  void aWeightedListIsPrintedForPeople() {
    // Given
    Query list = new Weighted(Map.of(Term.of("sanction*"), 4), 10);

    // When
    String text = QueryPrinter.print(list);

    // Then
    assertThat(text).isEqualTo("{sanction*: 4} >= 10");
  }
}
