package io.tocsin.serve;

import io.javalin.http.Context;
import io.javalin.http.Handler;

/** {@code GET /api/v1/top?minutes=60&limit=20}: the subjects with the most articles. */
final class TopHandler implements Handler {
  private final NewsView news;

  TopHandler(NewsView news) {
    this.news = news;
  }

  @Override
  public void handle(Context context) {
    int minutes = Answers.number(context, "minutes", 60, MinuteCounts.MINUTES);
    int limit = Answers.number(context, "limit", 20, 500);
    Answers.json(context, news.top(minutes, limit));
  }
}
