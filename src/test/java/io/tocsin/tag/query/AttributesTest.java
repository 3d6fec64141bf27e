package io.tocsin.tag.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Article;
import io.tocsin.tag.query.Query.And;
import io.tocsin.tag.query.Query.Meta;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked of an article besides its text. */
class AttributesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          source:bbc.co.uk            ; https://www.bbc.co.uk/news/1      ;             ; true
          source:BBC.co.uk            ; https://BBC.CO.UK:443/news?x=1    ;             ; true
          source:bbc.co.uk            ; https://notbbc.co.uk/             ;             ; false
          source:bbc.co.uk            ; https://bbc.co.uk.evil.example/   ;             ; false
          source:bbc.co.uk            ; https://evil.example/bbc.co.uk    ;             ; false
          source:bbc.co.uk            ; https://bbc.co.uk@evil.example/   ;             ; false
          source:bbc.co.uk            ;                                   ; bbc.co.uk   ; true
          source:bbc.co.uk            ;                                   ; www.bbc.co.uk ; true
          source:bbc                  ; https://other.example/            ; BBC         ; true
          source:"radio exia"         ;                                   ; Rádio Exia  ; true
          source:"radio exia"         ;                                   ; Radio       ; false
          source:uk                   ; https://www.bbc.co.uk/            ;             ; true
          source:bbc.co.uk            ;                                   ;             ; false
          """)
  void aSourceIsADomainOrAName(String query, String url, String source, boolean holds) {
    // Given
    Article article =
        new Article(null, url, source, null, null, null, null, null, List.of(), null, null);

    // When
    boolean held = Attributes.hold(meta(query), article);

    // Then
    assertThat(held).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({
    "language:pt, pt, true",
    "language:pt, pt-BR, true",
    "language:pt-br, pt_BR, true",
    "language:pt-br, pt, false",
    "language:p, pt, refused",
    "language:en, enm, false",
    "language:en, , false",
  })
  void aLanguageIncludesItsVarieties(String query, String language, String holds) {
    // Given
    Article article =
        new Article(null, null, null, null, null, null, language, null, List.of(), null, null);

    // When
    String held;
    try {
      held = String.valueOf(Attributes.hold(meta(query), article));
    } catch (QueryException e) {
      held = "refused";
    }

    // Then
    assertThat(held).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({
    "section:world, World, true",
    "section:\"world news\", World-News, true",
    "section:world, World News, false",
    "section:world, , false",
  })
  void aSectionHasTheSameWords(String query, String section, boolean holds) {
    // Given
    Article article =
        new Article(null, null, null, null, null, null, null, null, List.of(), section, null);

    // When
    boolean held = Attributes.hold(meta(query), article);

    // Then
    assertThat(held).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({
    "published:2023-11-01, 2023-10-31T23:59:59.999Z, false",
    "published:2023-11-01, 2023-11-01T00:00:00Z, true",
    "published:2023-11-01, 2023-11-01T23:59:59.999999999Z, true",
    "published:2023-11-01, 2023-11-02T00:00:00Z, false",
    "published>2023-11-01, 2023-11-01T23:59:59.999999999Z, false",
    "published>2023-11-01, 2023-11-02T00:00:00Z, true",
    "published>=2023-11-01, 2023-11-01T00:00:00Z, true",
    "published>=2023-11-01, 2023-10-31T23:59:59Z, false",
    "published<2023-11-01, 2023-10-31T23:59:59Z, true",
    "published<2023-11-01, 2023-11-01T00:00:00Z, false",
    "published<=2023-11-01, 2023-11-01T23:59:59Z, true",
    "published<=2023-11-01, 2023-11-02T00:00:00Z, false",
    "published>2023-11-01T09:30:00Z, 2023-11-01T09:30:00Z, false",
    "published>2023-11-01T09:30:00Z, 2023-11-01T09:30:00.001Z, true",
    "published>=2023-11-01T10:30:00+01:00, 2023-11-01T09:30:00Z, true",
    "published<2023-11-01T09:30:00Z, 2023-11-01T09:29:59Z, true",
    "published<=2023-11-01, , false",
  })
  void aTimeIsADayInUtcOrAnInstant(String query, Instant time, boolean holds) {
    // Given
    Article article =
        new Article(null, null, null, null, null, null, null, time, List.of(), null, null);

    // When
    boolean held = Attributes.hold(meta(query), article);

    // Then
    assertThat(held).isEqualTo(holds);
  }

  @Test
  void anAttributeByItselfIsNoQuery() {
    // When
    Query query = QueryParser.parse("word AND language:en");

    // Then
    assertThat(query.required()).hasSize(1);
    assertThat(meta("language:en").required()).isEmpty();
  }

  private static Meta meta(String text) {
    return (Meta) ((And) QueryParser.parse("word AND " + text)).operands().get(1);
  }
}
