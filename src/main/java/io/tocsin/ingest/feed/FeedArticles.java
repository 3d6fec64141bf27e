package io.tocsin.ingest.feed;

import io.tocsin.ingest.feed.parse.Feed;
import io.tocsin.ingest.feed.parse.FeedItem;
import io.tocsin.model.Article;
import io.tocsin.screen.ArticleId;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Items to articles. What the feed calls an item is its identity, so that a new headline makes a
 * correction and not another article; an item without such a name is its page.
 */
final class FeedArticles {
  private final FeedSource source;

  FeedArticles(FeedSource source) {
    this.source = source;
  }

  /**
   * The articles of a feed, oldest first, so that event time moves forward; without items that have
   * no text at all, and each identity once.
   */
  List<Article> of(Feed feed) {
    Set<String> unsure = unsureIds(feed.items());
    List<Article> articles = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (FeedItem item : feed.items()) {
      Article article = article(item, unsure.contains(item.id()) ? "" : item.id());
      if (article != null && ids.add(String.valueOf(article.id()))) {
        articles.add(article);
      }
    }
    articles.sort(
        Comparator.comparing(
            Article::publishedAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder())));
    return articles;
  }

  /** Some systems give every item the same name; where pages differ, the name says nothing. */
  private static Set<String> unsureIds(List<FeedItem> items) {
    Map<String, String> links = new HashMap<>();
    Set<String> unsure = new HashSet<>();
    for (FeedItem item : items) {
      String before = links.putIfAbsent(item.id(), item.link());
      if (before != null && !before.equals(item.link())) {
        unsure.add(item.id());
      }
    }
    return unsure;
  }

  private @Nullable Article article(FeedItem item, String name) {
    String title = item.title().line();
    String summary = item.summary().text();
    String body = item.content().text();
    if ((body.isEmpty() && title.isEmpty()) || body.equals(summary)) {
      // A text that comes once is told once; without a headline it is all there is to read.
      body = title.isEmpty() ? summary : body.equals(summary) ? "" : body;
      summary = title.isEmpty() ? "" : summary;
    }
    if (title.isEmpty() && body.isEmpty()) {
      return null;
    }
    Article article =
        new Article(
            null,
            orNull(item.link()),
            source.publisher(),
            orNull(title),
            orNull(summary),
            orNull(body),
            source.language() == null ? orNull(item.language()) : source.language(),
            item.time(),
            item.authors(),
            section(item),
            null);
    return article.identified(id(article, name), article.language());
  }

  private String id(Article article, String name) {
    if (isWeb(name)) {
      return ArticleId.of(onlyUrl(name));
    }
    if (!name.isEmpty()) {
      String scope = article.url() == null ? source.id() : host(article.url());
      return "guid:" + scope + ":" + name;
    }
    return ArticleId.of(article);
  }

  private static Article onlyUrl(String url) {
    return new Article(null, url, null, null, null, null, null, null, List.of(), null, null);
  }

  private @Nullable String section(FeedItem item) {
    if (source.section() != null) {
      return source.section();
    }
    return item.categories().isEmpty() ? null : item.categories().get(0);
  }

  private String host(String url) {
    try {
      String host = new URI(url).getHost();
      String lower = host == null ? source.id() : host.toLowerCase(Locale.ROOT);
      return lower.startsWith("www.") ? lower.substring(4) : lower;
    } catch (URISyntaxException e) {
      return source.id();
    }
  }

  private static boolean isWeb(String text) {
    return text.regionMatches(true, 0, "http://", 0, 7)
        || text.regionMatches(true, 0, "https://", 0, 8);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
