package io.tocsin.serve.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.RealNews;
import io.tocsin.model.Condition;
import io.tocsin.model.Form;
import io.tocsin.model.Rule;
import io.tocsin.model.Subject;
import io.tocsin.model.TaggedArticle;
import io.tocsin.model.Watchlist;
import io.tocsin.wire.watchlist.WatchlistFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every query of the default watchlist, searched for in real articles, finds what it tagged there.
 */
class SearchOnRealNewsTest {
  private static final String FILE = "fulltext-6000.jsonl.gz";

  @TempDir private Path folder;

  @Test
  void everyQueryOfTheDefaultWatchlistFindsWhatItTagged() throws IOException {
    // Given
    RealNews.file(FILE);
    Watchlist watchlist = WatchlistFolder.read(Path.of("config/watchlist"));
    int queries = 0;
    int found = 0;
    try (IndexedNews news = new IndexedNews(folder, watchlist)) {
      RealNews.forEach(FILE, article -> news.add("a" + news.articles.size(), article, 0));
      assertThat(news.articles).hasSizeGreaterThan(5_000);

      for (Subject subject : watchlist.subjects()) {
        String query = subject.query();
        if (query != null) {
          // When
          Set<String> ids = all(news, query);

          // Then
          assertThat(ids).as(subject.id()).isEqualTo(tagged(news, by(subject)));
          queries++;
          found += ids.size();
        }
      }
      for (Rule rule : watchlist.rules()) {
        if (rule.when() instanceof Condition.Match match) {
          assertThat(all(news, match.query())).as(rule.id()).isEqualTo(tagged(news, by(rule)));
          queries++;
        }
      }
    }
    assertThat(queries).isGreaterThan(10);
    assertThat(found).isGreaterThan(500);
  }

  private static Predicate<TaggedArticle> by(Subject subject) {
    return article ->
        article.tags().stream()
            .anyMatch(tag -> tag.form() == Form.QUERY && tag.subject().equals(subject.id()));
  }

  private static Predicate<TaggedArticle> by(Rule rule) {
    return article -> article.matches().stream().anyMatch(match -> match.rule().equals(rule.id()));
  }

  private static Set<String> tagged(IndexedNews news, Predicate<TaggedArticle> wanted) {
    return news.articles.stream()
        .filter(wanted)
        .map(TaggedArticle::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> all(IndexedNews news, String query) throws IOException {
    Set<String> ids = new TreeSet<>();
    @Nullable SearchCursor cursor = null;
    do {
      SearchPage page = news.search(IndexedNews.ask(query, cursor, 1_000));
      ids.addAll(IndexedNews.ids(page));
      cursor = page.next();
    } while (cursor != null);
    return ids;
  }
}
