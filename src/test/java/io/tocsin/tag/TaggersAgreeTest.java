package io.tocsin.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Article;
import io.tocsin.model.Tagging;
import io.tocsin.model.Watchlist;
import io.tocsin.tag.RandomNews.Script;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The plain tagger is the specification: the fast one gives the same tags, mentions, matches and
 * sentences for random watchlists and articles of every script. The seed is in every message.
 */
class TaggersAgreeTest {
  private static final int WATCHLISTS = 60;
  private static final int ARTICLES = 10;

  @ParameterizedTest
  @EnumSource(Script.class)
  void bothFindTheSameInRandomNews(Script script) {
    int tags = 0;
    int matches = 0;
    int ambiguous = 0;
    int circles = 0;
    for (int round = 0; round < WATCHLISTS; round++) {
      // Given
      long seed = script.name().hashCode() * 1_000L + round;
      RandomNews news = new RandomNews(script, seed);
      Watchlist watchlist = news.watchlist();
      String circle = refusal(() -> PlainTagger.compile(watchlist));
      assertThat(refusal(() -> Tagger.compile(watchlist))).as("seed " + seed).isEqualTo(circle);
      if (!circle.isEmpty()) {
        circles++;
        continue;
      }
      PlainTagger plain = PlainTagger.compile(watchlist);
      Tagger fast = Tagger.compile(watchlist);

      for (int i = 0; i < ARTICLES; i++) {
        Article article = news.article();

        // When
        Tagging tagging = fast.tag(article);

        // Then
        assertAgrees(tagging, plain.tag(article), script + ", seed " + seed + ", article " + i);
        tags += tagging.tags().size();
        matches += tagging.matches().size();
        ambiguous += tagging.ambiguous();
      }
    }
    assertThat(tags).isGreaterThan(WATCHLISTS * ARTICLES);
    assertThat(matches).isGreaterThan(WATCHLISTS);
    assertThat(ambiguous).isPositive();
    assertThat(circles).isLessThan(WATCHLISTS / 2);
  }

  /** Why a watchlist cannot be compiled; empty when it can. */
  private static String refusal(Runnable compile) {
    try {
      compile.run();
      return "";
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  static void assertAgrees(Tagging fast, Tagging plain, String as) {
    assertThat(fast.tags()).as(as).isEqualTo(plain.tags());
    assertThat(fast.mentions()).as(as).isEqualTo(plain.mentions());
    assertThat(fast.matches()).as(as).isEqualTo(plain.matches());
    assertThat(fast.ambiguous()).as(as).isEqualTo(plain.ambiguous());
    assertThat(fast.sentences()).as(as).isEqualTo(plain.sentences());
    assertThat(fast.cut()).as(as).isEqualTo(plain.cut());
  }
}
