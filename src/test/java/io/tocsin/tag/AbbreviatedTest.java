package io.tocsin.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.tocsin.model.Article;
import io.tocsin.model.Form;
import io.tocsin.model.Tag;
import io.tocsin.model.Tagging;
import io.tocsin.model.Watchlist;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Short forms that nobody listed, because the article explains them. */
class AbbreviatedTest {

  private static final Watchlist WATCHLIST =
      Watch.list(
          Watch.subject("organisation/eaea", "Exian Atomic Energy Agency"),
          Watch.subject("organisation/other", "MRR"),
          Watch.subject("organisation/roads", "Ministry of Rural Roads"),
          Watch.subject("person/mara", "Mara Quintell Lind"));

  @Test
  void whatStandsInBracketsAfterANameMeansItEverywhere() {
    // Given
    Article article =
        Watch.article(
            "EAEA warns Velmora",
            "",
            "The Exian Atomic Energy Agency (EAEA) met. \"We know,\" the EAEA said, but eaea is no word.");

    // When
    Tagging tagging = tagged(article);

    // Then
    assertThat(tagging.tags())
        .extracting(Tag::surface, Tag::form)
        .containsExactly(
            tuple("EAEA", Form.SHORT),
            tuple("Exian Atomic Energy Agency", Form.NAME),
            tuple("EAEA", Form.SHORT),
            tuple("EAEA", Form.SHORT));
    assertThat(tagging.mentions())
        .singleElement()
        .satisfies(mention -> assertThat(mention.occurrences()).isEqualTo(4));
    assertThat(tagging.names()).noneMatch(name -> name.text().equals("EAEA"));
  }

  @Test
  void withoutTheExplanationItMeansNobody() {
    // When
    Tagging tagging =
        tagged(Watch.body("The Exian Atomic Energy Agency met. The EAEA said nothing."));

    // Then
    assertThat(tagging.tags())
        .extracting(Tag::surface)
        .containsExactly("Exian Atomic Energy Agency");
  }

  @Test
  void anAbbreviationThatIsTheNameOfAnotherStaysThat() {
    // When
    Tagging tagging = tagged(Watch.body("The Ministry of Rural Roads (MRR) met."));

    // Then
    assertThat(tagging.tags())
        .extracting(Tag::subject)
        .containsExactly("organisation/roads", "organisation/other");
  }

  @Test
  void personsAreNotAbbreviated() {
    // When
    Tagging tagging = tagged(Watch.body("Mara Quintell Lind (MQL) won before MQL went home."));

    // Then
    assertThat(tagging.tags()).extracting(Tag::surface).containsExactly("Mara Quintell Lind");
  }

  @Test
  void aRuleOnTheSubjectSeesItsAbbreviation() {
    // Given
    Watchlist watchlist =
        Watch.list(
            Watch.subject("organisation/eaea", "Exian Atomic Energy Agency"),
            Watch.query("theme/warns", "@organisation/eaea NEAR/2 warned"));

    // When
    Tagging tagging =
        Tagger.compile(watchlist)
            .tag(
                Watch.body(
                    "The Exian Atomic Energy Agency (EAEA) met for two days. The EAEA warned."));

    // Then
    assertThat(tagging.tags()).extracting(Tag::subject).contains("theme/warns");
  }

  @Test
  void anArticleThatExplainsItOverAndOverCostsNoMoreThanItsLength() {
    // Given
    Watchlist watchlist =
        Watch.list(Watch.subject("organisation/roads", "Ministry of Rural Roads", "MRR"));
    Tagger tagger = Tagger.compile(watchlist);
    Article article = Watch.body("The Ministry of Rural Roads (MRR) met. ".repeat(25_000));

    // When
    Tagging tagging = assertTimeout(Duration.ofSeconds(10), () -> tagger.tag(article));

    // Then
    assertThat(tagging.mentions())
        .singleElement()
        .satisfies(mention -> assertThat(mention.occurrences()).isEqualTo(50_000));
  }

  private static Tagging tagged(Article article) {
    Tagging fast = Tagger.compile(WATCHLIST).tag(article);
    assertThat(PlainTagger.compile(WATCHLIST).tag(article).tags())
        .isEqualTo(List.copyOf(fast.tags()));
    return fast;
  }
}
