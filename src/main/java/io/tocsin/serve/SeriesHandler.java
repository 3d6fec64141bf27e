package io.tocsin.serve;

import io.javalin.http.Context;
import io.javalin.http.Handler;

/** {@code GET /api/v1/subjects/{kind}/{slug}/series?minutes=}: the minutes of one subject. */
final class SeriesHandler implements Handler {
  private final NewsView news;

  SeriesHandler(NewsView news) {
    this.news = news;
  }

  @Override
  public void handle(Context context) {
    int minutes = Answers.number(context, "minutes", 60, MinuteCounts.MINUTES);
    String subject = context.pathParam("kind") + "/" + context.pathParam("slug");
    SeriesView series =
        news.series(subject, minutes)
            .orElseThrow(
                () ->
                    new Problem.Refused(
                        404, "nothing was counted for this subject in the last day", "slug"));
    Answers.json(context, series);
  }
}
