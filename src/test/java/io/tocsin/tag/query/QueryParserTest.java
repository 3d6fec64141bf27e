package io.tocsin.tag.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.tocsin.tag.query.Query.Term;
import java.time.Duration;
import java.util.List;
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
          missil**                             ; missil*
          organi?ation                         ; organi?ation
          Colo*r                               ; colo*r
          "Ministry of Defen?e"                ; "ministry of defen?e"
          mis?ile*                             ; mis?ile*
          "North Korea"                        ; "north korea"
          “asset freez*”                       ; "asset freez*"
          „asset freeze“                       ; "asset freeze"
          «asset freeze»                       ; "asset freeze"
          Al-Qaeda                             ; "al qaeda"
          O'Brien*                             ; obrien*
          U.S.                                 ; us
          ="NASA"                              ; ="NASA"
          =NASA                                ; ="NASA"
          ="U.S. Navy*"                        ; ="US Navy*"
          =”Łódź“                              ; ="Łódź"
          北朝鮮                                ; "北 朝 鮮"
          北*                                   ; 北*
          북*                                   ; 북*
          （a AND b）                            ; a AND b
          a AND b AND c                        ; a AND b AND c
          a OR b                               ; a OR b
          a AND NOT b                          ; a AND NOT b
          a AND NOT (b OR c)                   ; a AND NOT (b OR c)
          a AND NOT NOT b                      ; a AND NOT NOT b
          (a AND b) OR c                       ; (a AND b) OR c
          ((a))                                ; a
          arms NEAR/6 trade                    ; arms NEAR/6 trade
          arms ONEAR/6 trade                   ; arms ONEAR/6 trade
          (arms OR weapon*) NEAR/6 ("arms deal" OR (sale OR export*)) ; (arms OR weapon*) NEAR/6 ("arms deal" OR (sale OR export*))
          a AND b NEAR/3 c                     ; a AND (b NEAR/3 c)
          NOT b NEAR/3 c AND a                 ; NOT (b NEAR/3 c) AND a
          a SENTENCE b SENTENCE "c d"          ; a SENTENCE b SENTENCE "c d"
          a PARAGRAPH (b OR c)                 ; a PARAGRAPH (b OR c)
          ATLEAST/3 missile*                   ; ATLEAST/3 missile*
          ATLEAST/3 (a OR b) AND c             ; ATLEAST/3 (a OR b) AND c
          title:ATLEAST/2 a                    ; title:ATLEAST/2 a
          title:kim                            ; title:kim
          Title: "kim jong un"                 ; title:"kim jong un"
          lead:(a AND b) AND c                 ; lead:(a AND b) AND c
          body:a NEAR/3 summary:b              ; body:a NEAR/3 summary:b
          title:(a AND NOT b)                  ; title:(a AND NOT b)
          lead:body:a                          ; lead:body:a
          @person/kim-jong-un                  ; @person/kim-jong-un
          @group/leaders NEAR/9 @place/kp      ; @group/leaders NEAR/9 @place/kp
          @group/"armed groups"                ; @group/"armed groups"
          a AND source:BBC.co.uk               ; a AND source:bbc.co.uk
          a AND source:"Radio Exia"            ; a AND source:"radio exia"
          a AND language:pt-BR                 ; a AND language:pt-br
          a AND section:world                  ; a AND section:world
          a AND published>2023-11-01           ; a AND published>2023-11-01
          a AND published<=2023-11-01T12:00:00+02:00 ; a AND published<=2023-11-01T10:00:00Z
          a AND published:2024-02-29           ; a AND published:2024-02-29
          and AND or                           ; "and" AND "or"
          "AND" AND "NEAR/5"                   ; "and" AND "near 5"
          G7 AND P5                            ; g7 AND p5
          """)
  void wellFormedQueriesAreRead(String text, String meaning) {
    // When
    Query query = QueryParser.parse(text);

    // Then
    assertThat(QueryPrinter.print(query)).isEqualTo(meaning);
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
          ab?cd                  ; 2  ; at least 3 letters
          a AND *                ; 6  ; * alone matches everything
          a AND *sile            ; 6  ; no * at the beginning of a word
          ?abc                   ; 0  ; no ? at the beginning of a word
          "north *orea"          ; 7  ; no * at the beginning of a word
          "mis* test"            ; 4  ; only in the last word
          "asset freez"*         ; 13 ; put the * inside the quotes
          北?鮮                   ; 1  ; only in the last word
          北?                     ; 1  ; each character of this script is a word by itself
          ="NAS?"                ; 5  ; takes a * at its end only
          =""                    ; 0  ; no letter or digit
          a NEAR b               ; 2  ; NEAR needs a distance
          a ONEAR b              ; 2  ; ONEAR needs a distance
          a NEAR/ b              ; 2  ; NEAR needs a distance
          a NEAR/0 b             ; 2  ; NEAR needs a distance
          a NEAR/101 b           ; 2  ; NEAR needs a distance
          a NEAR/-3 b            ; 2  ; NEAR needs a distance
          a NEAR/5               ; 8  ; must stand
          a NEAR/5 b NEAR/5 c    ; 11 ; NEAR takes two operands
          a SENTENCE b NEAR/5 c  ; 13 ; do not mix
          a SENTENCE b PARAGRAPH c ; 13 ; do not mix
          (a AND b) NEAR/5 c     ; 0  ; NEAR/5 joins words
          (a AND b) NEAR/5 c     ; 0  ; write (a NEAR/5 c) AND (b NEAR/5 c)
          c NEAR/5 (NOT a)       ; 9  ; joined with AND NOT
          a SENTENCE source:b    ; 11 ; an attribute of the article is joined with AND
          a SENTENCE (b NEAR/2 c) ; 11 ; join the parts with AND
          ATLEAST/3 (a AND b)    ; 10 ; before each operand of AND
          ATLEAST missile        ; 0  ; ATLEAST needs a number
          ATLEAST/0 missile      ; 0  ; ATLEAST needs a number
          a AND ATLEAST/3        ; 15 ; after ATLEAST/3 a word
          title:                 ; 6  ; after title: a word
          title:NOT a            ; 6  ; write AND NOT title:
          titel:kim              ; 5  ; 'titel:' is no field
          title=kim              ; 5  ; written with a colon: title:kim
          near:5                 ; 4  ; a NEAR/5 b
          a w/5 b                ; 2  ; write NEAR/5
          a near/5 b             ; 2  ; capitals: NEAR/5
          a PRE/3 b              ; 2  ; ONEAR/3
          a NEAR5 b              ; 2  ; a number follows a slash
          a ADJ b                ; 2  ; neighbours in order are a phrase
          a WITHIN b             ; 2  ; a NEAR/5 b
          a XOR b                ; 2  ; write (a OR b) AND NOT (a AND b)
          a sentence b           ; 2  ; operators are written in capitals
          +a                     ; 0  ; joined with AND
          a -b                   ; 2  ; AND NOT
          a && b                 ; 2  ; AND in place of &
          a || b                 ; 2  ; OR in place of |
          !a                     ; 0  ; NOT
          "a b"~5                ; 5  ; a NEAR/5 b
          roam~                  ; 4  ; fuzzy
          /mis+ile/              ; 0  ; regular expressions are not in this language
          http://a.example       ; 4  ; 'http:' is no field
          a AND @kim             ; 6  ; @kind/slug
          a AND @group/          ; 6  ; the name of the group is missing
          a AND source:          ; 13 ; nothing follows source:
          a AND source:(b OR c)  ; 13 ; (source:one.example OR source:two.example)
          a AND source>b         ; 12 ; only times can be compared
          a AND language:english1234 ; 15 ; a language is a tag
          a AND published>soon   ; 16 ; a time is a date such as 2024-01-31
          a AND published:2023-02-30 ; 16 ; a time is a date
          a AND published:+999999999-12-31 ; 16 ; a time is a date
          a AND published<-999999999-01-01 ; 16 ; a time is a date
          language:en            ; 0  ; say with AND what must be there
          language:en AND NOT a  ; 0  ; say with AND what must be there
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
            "title:".repeat(3_333),
            "ATLEAST/2 ".repeat(1_999),
            "abc?".repeat(4_999) + " ?",
            "a NEAR/2 ".repeat(2_000),
            "@".repeat(20_000),
            "a AND language:en" + "-a".repeat(9_000),
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
    assertThat(QueryParser.parse("lead:(a OR @place/xx) AND language:en").required())
        .containsExactly(Term.of("a"), new Query.About("place/xx"));
    assertThat(QueryParser.parse("ATLEAST/2 (a OR b) AND (c SENTENCE (d OR e))").required())
        .containsExactly(Term.of("c"));
  }
}
