package io.tocsin.serve.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Article;
import io.tocsin.model.Condition;
import io.tocsin.model.FieldSpan;
import io.tocsin.model.Rule;
import io.tocsin.model.RuleMatch;
import io.tocsin.model.TaggedArticle;
import io.tocsin.model.Watchlist;
import io.tocsin.tag.RandomNews;
import io.tocsin.tag.RandomNews.Script;
import io.tocsin.tag.Tagger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A search finds exactly the articles that a rule with the same query matched when they came, and
 * marks the same words: random queries, watchlists and articles of every script. The seed is in
 * every message.
 */
class SearchAgreesWithRulesTest {
  private static final int WATCHLISTS = 6;
  private static final int ARTICLES = 40;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Script.class)
  void searchFindsWhatTheRuleMatched(Script script) throws IOException {
    int matched = 0;
    int missed = 0;
    for (int round = 0; round < WATCHLISTS; round++) {
      // Given
      long seed = script.name().hashCode() * 1_000L + round;
      RandomNews news = new RandomNews(script, seed);
      Watchlist watchlist = news.watchlist();
      if (!compiles(watchlist)) {
        continue;
      }
      try (IndexedNews indexed = new IndexedNews(folder.resolve("i" + round), watchlist)) {
        for (int i = 0; i < ARTICLES; i++) {
          Article article = news.article();
          indexed.add("a" + i, article, i % 7);
        }
        for (Rule rule : watchlist.rules()) {
          String query = ((Condition.Match) rule.when()).query();
          String as = script + ", seed " + seed + ", " + query;

          // When
          Map<String, List<FieldSpan>> found = new LinkedHashMap<>();
          for (SearchPage.Hit hit : indexed.search(query).hits()) {
            List<FieldSpan> spans = hit.spans();
            found.put(hit.article().id(), spans.subList(0, Math.min(20, spans.size())));
          }

          // Then
          assertThat(found).as(as).containsExactlyInAnyOrderEntriesOf(matches(indexed, rule.id()));
          matched += found.size();
          missed += ARTICLES - found.size();
        }
      }
    }
    assertThat(matched).isGreaterThan(ARTICLES / 4);
    assertThat(missed).isGreaterThan(ARTICLES / 4);
  }

  private static Map<String, List<FieldSpan>> matches(IndexedNews news, String rule) {
    Map<String, List<FieldSpan>> matches = new LinkedHashMap<>();
    for (TaggedArticle article : news.articles) {
      for (RuleMatch match : article.matches()) {
        if (match.rule().equals(rule)) {
          matches.put(article.id(), match.spans());
        }
      }
    }
    return matches;
  }

  /** Random queries may ask for each other in a circle, which is refused. */
  private static boolean compiles(Watchlist watchlist) {
    try {
      return Tagger.compile(watchlist) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
