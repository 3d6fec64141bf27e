package io.tocsin.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Article;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who an article is, and what makes it another version. */
class IdentityTest {
  @Test
  void aGivenIdIsTrimmedAndKept() {
    assertThat(ArticleId.of(Articles.identified(" a 1 ", "https://news.example/a", null)))
        .isEqualTo("a 1");
  }

  @Test
  void anOverlongIdIsReplacedByItsHash() {
    assertThat(ArticleId.of(Articles.identified("x".repeat(512), null, null))).hasSize(512);
    assertThat(ArticleId.of(Articles.identified("x".repeat(513), null, null)))
        .matches("id:[0-9a-f]{32}")
        .isNotEqualTo(ArticleId.of(Articles.identified("x".repeat(514), null, null)));
  }

  @Test
  void withoutAnIdAllAddressesOfOnePageAreOneArticle() {
    // When
    String id = ArticleId.of(Articles.identified(null, "https://news.example/a", null));

    // Then
    assertThat(id)
        .matches("url:[0-9a-f]{32}")
        .isEqualTo(
            ArticleId.of(Articles.identified("", "http://www.news.example/a/?utm_source=x#y", "s")))
        .isNotEqualTo(ArticleId.of(Articles.identified(null, "https://news.example/b", null)));
  }

  @Test
  void withoutIdAndUrlTheTextIsTheIdentity() {
    // When
    String id = ArticleId.of(Articles.identified(null, null, null));

    // Then
    assertThat(id)
        .matches("text:[0-9a-f]{32}")
        .isEqualTo(ArticleId.of(Articles.identified(" ", " ", null)))
        .isNotEqualTo(ArticleId.of(Articles.identified(null, null, "s")))
        .isNotEqualTo(ArticleId.of(Articles.published(Instant.EPOCH)));
  }

  @Test
  void partsOfAFingerprintDoNotRunTogether() {
    assertThat(
            List.of(
                Fingerprint.of("ab", "c"),
                Fingerprint.of("a", "bc"),
                Fingerprint.of("abc"),
                Fingerprint.of("abc", null),
                Fingerprint.of("abc", "")))
        .doesNotHaveDuplicates();
    assertThat(Fingerprint.of("abc")).isEqualTo(Fingerprint.of("abc"));
  }

  @Test
  void aChangeOfTheTextAndNothingElseIsACorrection() {
    // Given
    Article article = Articles.identified("a", "https://news.example/a", "s");
    Article moved = Articles.identified("a", "https://news.example/b", "t");
    Article changed =
        new Article("a", null, "s", "A title", "new", "A body", null, null, List.of(), null, null);

    // When
    String hash = TextHash.of(article);

    // Then
    assertThat(hash).isEqualTo(TextHash.of(moved)).isNotEqualTo(TextHash.of(changed));
  }
}
