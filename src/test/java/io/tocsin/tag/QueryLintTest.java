package io.tocsin.tag;

import static io.tocsin.tag.Watch.query;
import static io.tocsin.tag.Watch.subject;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Watchlist;
import io.tocsin.tag.Finding.Level;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of queries that can be read but hardly do what was meant. */
class QueryLintTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          title:arms AND NOT arms                ; asks for what NOT 'arms' excludes
          title:arms AND NOT title:arms          ; asks for what NOT 'arms' excludes
          (arms SENTENCE trade) AND NOT trade    ; asks for what NOT 'trade' excludes
          ATLEAST/2 arms AND NOT arm*            ; asks for what NOT 'arm*' excludes
          @place/xx AND arms AND NOT @place/xx   ; asks for what NOT '@place/xx' excludes
          ="NASA" AND NOT nasa                   ; asks for what NOT 'nasa' excludes
          organisation AND NOT organi?ation      ; asks for what NOT 'organi?ation' excludes
          arms OR (trade AND NOT trade)          ; -
          (arms AND NOT arms) OR (trade AND NOT trade) ; can never match
          title:summary:arms                     ; 'arms' is asked for in two fields
          trade AND title:(body:arms AND x)      ; asked for in two fields
          title:arms NEAR/3 body:trade           ; joins different fields
          title:arms SENTENCE summary:trade      ; joins different fields
          lead:arms NEAR/3 body:trade            ; -
          (title:arms OR body:arms) NEAR/3 body:trade ; -
          arms AND language:en AND language:de   ; language:en and language:de exclude each other
          arms AND language:en AND language:en-gb ; never 'en-gb': write language:en
          arms AND language:jp                   ; never 'jp'
          arms AND (language:english OR language:en) ; -
          arms AND section:world AND section:sport ; exclude each other
          arms AND published>2024-01-02 AND published<2024-01-02 ; exclude each other
          arms AND published>=2024-01-02 AND published<=2024-01-02 ; -
          arms AND published>2024-01-02 AND published<2024-01-01T10:00:00Z ; exclude each other
          the                                    ; matches nearly everything
          arms OR the                            ; matches nearly everything
          the AND und                            ; matches nearly everything
          title:the                              ; matches nearly everything
          the AND language:en                    ; tried on nearly every article, because 'the'
          the AND (arms OR trade)                ; -
          the AND arms                           ; -
          ="US" OR arms                          ; -
          the*                                   ; -
          arms NEAR/3 arms                       ; for a word that is repeated write ATLEAST/2
          arms SENTENCE arms                     ; for a word that is repeated write ATLEAST/2
          arms OR trade OR arms                  ; once is enough
          missile OR missil*                     ; 'missile' adds nothing to 'missil*'
          "north korea" OR korea                 ; '"north korea"' adds nothing to 'korea'
          korea OR ="Korea"                      ; '="Korea"' adds nothing to 'korea'
          korea OR koreas                        ; -
          "arms AND trade"                       ; an operator stands outside the quotes
          "arms or any trade"                    ; an operator stands outside the quotes
          "arms NEAR/3 trade"                    ; an operator stands outside the quotes
          "salt and pepper"                      ; -
          arms AND @group/al                     ; no subject is in the group of @group/al: did you mean 'all'?
          arms AND @group/all                    ; -
          arms AND @place/xx                     ; -
          """)
  void queriesThatDoLittleAreWarnedOf(String query, String warning) {
    // Given
    Watchlist watchlist = Watch.list(query("theme/x", query), subject("place/xx", "Exia"));

    // When
    List<Finding> findings = WatchlistLint.check(watchlist);

    // Then
    String messages = findings.stream().map(Finding::message).collect(Collectors.joining("\n"));
    if (warning.equals("-")) {
      assertThat(findings).isEmpty();
    } else {
      assertThat(messages).contains(warning);
      assertThat(findings).allMatch(finding -> finding.level() == Level.WARNING);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"@place/xy AND arms", "arms AND NOT @place/xy"})
  void aSubjectThatIsNotThereIsAnError(String query) {
    // Given
    Watchlist ofSubject = Watch.list(query("theme/x", query), subject("place/xx", "Exia"));
    Watchlist ofRule =
        Watch.rules(List.of(subject("place/xx", "Exia")), Watch.match("rule-x", query));

    // When
    List<Finding> subjectFindings = WatchlistLint.check(ofSubject);
    List<Finding> ruleFindings = WatchlistLint.check(ofRule);

    // Then
    String message = "the query asks for @place/xy, which is no subject: did you mean 'place/xx'?";
    assertThat(subjectFindings).containsExactly(new Finding(Level.ERROR, "theme/x", message));
    assertThat(ruleFindings).containsExactly(new Finding(Level.ERROR, "rule-x", message));
  }

  @Test
  void aCircleOfQueriesIsAnError() {
    // Given
    Watchlist watchlist =
        Watch.list(query("theme/a", "@theme/b OR arms"), query("theme/b", "@theme/a OR arms"));

    // When
    List<Finding> findings = WatchlistLint.check(watchlist);

    // Then
    assertThat(findings)
        .singleElement()
        .satisfies(finding -> assertThat(finding.level()).isEqualTo(Level.ERROR))
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .contains("theme/a asks for theme/b asks for theme/a"));
  }

  @Test
  void hundredsOfShortWildcardsAreWarnedOf() {
    // Given
    String query =
        IntStream.range(0, 101)
            .mapToObj(i -> "" + (char) ('b' + i % 20) + (char) ('b' + i / 20) + "x*")
            .collect(Collectors.joining(" OR "));

    // When
    List<Finding> findings = WatchlistLint.check(Watch.list(query("theme/x", query)));

    // Then
    assertThat(findings)
        .extracting(Finding::message)
        .containsExactly(
            "the query has 101 wildcards after 3 letters, which stand in most articles: write more"
                + " letters");
  }
}
