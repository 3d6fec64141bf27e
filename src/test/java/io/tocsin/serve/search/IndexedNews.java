package io.tocsin.serve.search;

import io.tocsin.model.Article;
import io.tocsin.model.TaggedArticle;
import io.tocsin.model.Tagging;
import io.tocsin.model.Watchlist;
import io.tocsin.tag.Tagger;
import io.tocsin.tag.query.QueryParser;
import io.tocsin.wire.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An index on disk with articles that were tagged by a watchlist, as the topic brings them. */
final class IndexedNews implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
  static final String TOPIC = "news.tagged abc";

  final ArticleIndex index;
  private final Tagger tagger;
  private final Groups groups;
  final List<TaggedArticle> articles = new ArrayList<>();

  IndexedNews(Path folder, Watchlist watchlist) throws IOException {
    index = ArticleIndex.open(folder, TOPIC);
    tagger = Tagger.compile(watchlist);
    groups = Groups.of(watchlist);
  }

  /** Tags and indexes an article that was published so many minutes after noon. */
  TaggedArticle add(String id, Article article, int minute) {
    Tagging tagging = tagger.tag(article);
    Instant time = NOON.plusSeconds(60L * minute);
    TaggedArticle tagged =
        new TaggedArticle(
            id,
            article,
            "paper",
            time,
            time.plusSeconds(1),
            Set.of(),
            tagging.tags(),
            tagging.mentions(),
            tagging.names(),
            tagging.matches(),
            "story",
            "",
            0,
            1);
    try {
      index.add(tagged, Topics.TAGGED.value().serializer().serialize("", tagged));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    articles.add(tagged);
    return tagged;
  }

  void add(String id, String title, String body, int minute) {
    add(id, article(title, body), minute);
  }

  static Article article(String title, String body) {
    return new Article(null, null, "paper", title, null, body, "en", NOON, List.of(), null, null);
  }

  SearchPage search(SearchQuestion question) throws IOException {
    index.refresh();
    return index.reading(new Searching(question, groups)::in);
  }

  SearchPage search(String query) throws IOException {
    return search(ask(query, null, 1_000));
  }

  static SearchQuestion ask(String query, @Nullable SearchCursor after, int limit) {
    return new SearchQuestion(
        query.isEmpty() ? null : QueryParser.parse(query), null, null, List.of(), after, limit);
  }

  static List<String> ids(SearchPage page) {
    return page.hits().stream().map(hit -> hit.article().id()).toList();
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
