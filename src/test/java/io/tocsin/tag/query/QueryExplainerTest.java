package io.tocsin.tag.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Article;
import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.query.Query.Weighted;
import io.tocsin.tag.text.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Why queries match or not. */
class QueryExplainerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          missile               ; a rocket              ; not in the text
          "north korea"         ; north                 ; 'korea' is not in the text
          "north korea"         ; korea, north          ; its words are in the text, but never side by side in one sentence
          ="NASA"               ; Nasa                  ; only written otherwise: 'Nasa' in the title
          organi?ation          ; organiation           ; only written otherwise: 'organiation' in the title
          a AND b AND c         ; b                     ; not there: a, c
          a OR b                ; c                     ; none of them is there
          a AND NOT b           ; a b                   ; not there: NOT b
          a NEAR/2 b            ; a                     ; not there: b
          a NEAR/2 b            ; a x x b               ; 3 words apart at the nearest, at most 2 allowed
          a ONEAR/2 b           ; b a                   ; never in this order in one field
          a ONEAR/2 b           ; b a x x b             ; 3 words apart at the nearest, at most 2 allowed
          "a b" NEAR/2 b        ; a b                   ; never in one field without overlap
          a SENTENCE b          ; a! B                  ; never in the same sentence
          a PARAGRAPH b         ; a                     ; not there: b
          ATLEAST/3 a           ; a a                   ; 2 times without overlap, at least 3 needed
          body:a                ; a                     ; not in the body
          @place/xx             ; a                     ; the article has no tag of the subject
          @group/g              ; a                     ; the article has no tag of any subject of the group
          """)
  void whatDidNotMatchHasAReason(String query, String title, String reason) {
    // Given
    Query parsed = QueryParser.parse(query);

    // When
    Explanation explanation = explain(parsed, title);

    // Then
    assertThat(explanation.matched()).isFalse();
    assertThat(explanation.reason()).isEqualTo(reason);
    assertThat(explanation.spots()).isEmpty();
  }

  @Test
  void aWeightedListShowsItsSum() {
    // Given
    Map<Term, Integer> weights = new LinkedHashMap<>();
    weights.put(Term.of("sanction*"), 4);
    weights.put(Term.of("event"), -1);

    // When
    Explanation explanation = explain(new Weighted(weights, 10), "Sanctions, sanctions, event");

    // Then
    assertThat(explanation.reason()).isEqualTo("sum 7 of 10");
    assertThat(explanation.parts())
        .extracting(Explanation::reason)
        .containsExactly("weight 4 x 2 = 8", "weight -1 x 1 = -1");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void everyPartOfEveryQueryIsExplainedLikeItsVerdict(long seed) {
    Random random = new Random(seed);
    RandomQueries queries = new RandomQueries(random);
    for (int round = 0; round < 500; round++) {
      // Given
      Query query = queries.query(round % 4);
      String title = "Alpha beta " + (round % 3 == 0 ? "gamma. ALPHA" : "gam 北朝鮮");

      // When
      Explanation explanation = explain(query, title);

      // Then
      assertThat(explanation.matched())
          .isEqualTo(evaluator(query, title).evaluate(query).matched());
      assertThat(explanation.matched() || !explanation.reason().isEmpty())
          .as("seed %s, round %s: %s", seed, round, explanation)
          .isTrue();
    }
  }

  private static Explanation explain(Query query, String title) {
    return new QueryExplainer(evaluator(query, title)).explain(query);
  }

  private static Evaluator evaluator(Query query, String title) {
    Reading reading =
        Reading.of(
            new Article("a", null, null, title, null, null, null, null, List.of(), null, null));
    return new Evaluator(
        reading, new Standing(TermIndex.of(query.terms()).find(reading), Map.of()));
  }
}
