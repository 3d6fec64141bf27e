package io.tocsin.serve;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;

/**
 * {@code GET /api/v1/articles?limit=}: the newest tagged articles, and from where the stream goes
 * on. With any parameter of a search it is a search; see {@link SearchHandler}.
 */
final class ArticlesHandler implements Handler {
  private final NewsView news;
  private final EventHub hub;
  private final SearchHandler search;

  ArticlesHandler(NewsView news, EventHub hub, SearchHandler search) {
    this.news = news;
    this.hub = hub;
    this.search = search;
  }

  @Override
  public void handle(Context context) {
    if (SearchHandler.isMeant(context)) {
      search.handle(context);
      return;
    }
    int limit = Answers.number(context, "limit", 50, LiveView.ARTICLES);
    // Taken first: an article that comes in between is then sent twice, and never not at all.
    String cursor = hub.cursor();
    Answers.json(context, new Page(cursor, news.articles(limit)));
  }

  /**
   * The answer.
   *
   * @param cursor {@code Last-Event-ID} for a stream that goes on from here
   * @param articles newest first
   */
  record Page(String cursor, List<ArticleView> articles) {}
}
