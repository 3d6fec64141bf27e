package io.tocsin.tag.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.tocsin.tag.query.Query.And;
import io.tocsin.tag.query.Query.Near;
import io.tocsin.tag.query.Query.Not;
import io.tocsin.tag.query.Query.Or;
import io.tocsin.tag.query.Query.Term;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What queries mean, and what is said of those that mean nothing. */
class QueryParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          missile                              ; missile
          Missil*                              ; missil*
          "North Korea"                        ; [north korea]
          “asset freez*”                       ; [asset freez*]
          Al-Qaeda                             ; [al qaeda]
          U.S.                                 ; us
          北朝鮮                                ; [北 朝 鮮]
          북한*                                ; 북한*
          a AND b AND c                        ; (a & b & c)
          a OR b                               ; (a | b)
          a AND NOT b                          ; (a & !b)
          a AND NOT (b OR c)                   ; (a & !(b | c))
          (a AND b) OR c                       ; ((a & b) | c)
          ((a))                                ; a
          arms NEAR/6 trade                    ; {arms}6{trade}
          (arms OR weapon*) NEAR/6 ("arms deal" OR (sale OR export*)) ; {arms weapon*}6{[arms deal] sale export*}
          a AND b NEAR/3 c                     ; (a & {b}3{c})
          and AND or                           ; (and & or)
          "AND" AND "NEAR/5"                   ; (and & [near 5])
          """)
  void wellFormedQueriesAreRead(String text, String meaning) {
    // When
    Query query = QueryParser.parse(text);

    // Then
    assertThat(shown(query)).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          ~~                     ; 0  ; the query is empty
          a AND                  ; 5  ; the query ends where a word or a phrase must stand
          AND a                  ; 0  ; must stand before AND
          a b                    ; 2  ; nothing joins 'a' and 'b'
          a and b                ; 2  ; operators are written in capitals
          a NOT b                ; 2  ; write AND NOT
          (a AND b               ; 0  ; this parenthesis is not closed
          a AND b)               ; 7  ; this parenthesis closes nothing
          ()                     ; 1  ; before this parenthesis
          a AND "b c             ; 6  ; this quote is not closed
          a AND ""               ; 6  ; no letter or digit
          NOT a                  ; 0  ; say with AND what must be there
          a OR NOT b             ; 0  ; say with AND what must be there
          a AND b OR c           ; 8  ; (a AND b) OR c
          a AND b OR c           ; 8  ; a AND (b OR c)
          a OR b AND c OR d      ; 7  ; (a OR b) AND (c OR d)
          ab*                    ; 2  ; at least 3 letters
          a AND *                ; 6  ; * alone matches everything
          a AND *sile            ; 6  ; * stands only at the end
          mis*le                 ; 3  ; * stands only at the end
          "mis* test"            ; 4  ; * stands only at the end
          a NEAR b               ; 2  ; NEAR needs a distance
          a NEAR/ b              ; 2  ; NEAR needs a distance
          a NEAR/0 b             ; 2  ; NEAR needs a distance
          a NEAR/101 b           ; 2  ; NEAR needs a distance
          a NEAR/-3 b            ; 2  ; NEAR needs a distance
          a NEAR/5               ; 8  ; must stand
          a NEAR/5 b NEAR/5 c    ; 11 ; NEAR takes two operands
          (a AND b) NEAR/5 c     ; 0  ; NEAR joins words
          c NEAR/5 (NOT a)       ; 9  ; NEAR joins words
          a ONEAR/5 b            ; 2  ; ONEAR is no operator here
          a SENTENCE b           ; 2  ; SENTENCE is no operator here
          title:kim              ; 5  ; ':' means nothing outside quotes
          a AND @person/kim      ; 6  ; '@' means nothing outside quotes
          organi?ation           ; 6  ; '?' means nothing outside quotes
          """)
  void malformedQueriesAreRefusedWithThePlaceAndTheFix(String text, int position, String says) {
    // When
    assertThatThrownBy(() -> QueryParser.parse(text))
        // Then
        .isInstanceOfSatisfying(
            QueryException.class, e -> assertThat(e.position()).isEqualTo(position))
        .hasMessageContaining(says);
  }

  @Test
  void queriesBeyondTheLimitsAreRefused() {
    // Given
    String longest = "a".repeat(QueryParser.MAX_LENGTH);
    String deepest =
        "(".repeat(QueryParser.MAX_NESTING) + "a" + ")".repeat(QueryParser.MAX_NESTING);
    String widest = "a OR ".repeat(QueryParser.MAX_TERMS - 1) + "a";

    // When
    List<Query> taken =
        List.of(QueryParser.parse(longest), QueryParser.parse(deepest), QueryParser.parse(widest));

    // Then
    assertThat(taken).hasSize(3);
    assertThatThrownBy(() -> QueryParser.parse(longest + "a"))
        .hasMessageContaining("20001 characters");
    assertThatThrownBy(() -> QueryParser.parse("(" + deepest + ")"))
        .hasMessageContaining("deeper than 64");
    assertThatThrownBy(() -> QueryParser.parse("a AND " + "NOT ".repeat(65) + "b"))
        .hasMessageContaining("deeper than 64");
    assertThatThrownBy(() -> QueryParser.parse(widest + " OR a"))
        .hasMessageContaining("more than 2000");
  }

  @Test
  void hostileQueriesAreRefusedQuickly() {
    // Given
    List<String> hostile =
        List.of(
            "(".repeat(20_000),
            "\"".repeat(19_999),
            "NOT ".repeat(5_000),
            "a OR b AND ".repeat(1_800),
            ")".repeat(9));

    // Then
    assertTimeout(
        Duration.ofSeconds(10),
        () ->
            assertThat(hostile)
                .allSatisfy(
                    text ->
                        assertThatThrownBy(() -> QueryParser.parse(text))
                            .isInstanceOf(QueryException.class)
                            .message()
                            .hasSizeLessThan(1_000)));
  }

  @Test
  void theRequiredTermsAreTheFewestThatAMatchCannotDoWithout() {
    // When
    Query query = QueryParser.parse("(a OR b OR c) AND (d NEAR/3 (e OR f)) AND NOT g");

    // Then
    assertThat(query.required()).containsExactly(Term.of("d"));
    assertThat(query.terms()).hasSize(7);
  }

  private static String shown(Query query) {
    if (query instanceof Term term) {
      String words = String.join(" ", term.words()) + (term.prefix() ? "*" : "");
      return term.words().size() > 1 ? "[" + words + "]" : words;
    }
    if (query instanceof And and) {
      return joined(and.operands(), " & ");
    }
    if (query instanceof Or or) {
      return joined(or.operands(), " | ");
    }
    if (query instanceof Not not) {
      return "!" + shown(not.operand());
    }
    Near near = (Near) query;
    return side(near.left()) + near.distance() + side(near.right());
  }

  private static String side(Query side) {
    return side.terms().stream()
        .map(QueryParserTest::shown)
        .collect(Collectors.joining(" ", "{", "}"));
  }

  private static String joined(List<Query> operands, String operator) {
    return operands.stream()
        .map(QueryParserTest::shown)
        .collect(Collectors.joining(operator, "(", ")"));
  }
}
