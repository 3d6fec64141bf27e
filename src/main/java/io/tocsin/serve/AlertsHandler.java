package io.tocsin.serve;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.tocsin.model.Alert;
import java.util.List;

/**
 * {@code GET /api/v1/alerts?state=open|all&limit=}: the present state of each alert, newest change
 * first.
 */
final class AlertsHandler implements Handler {
  private final NewsView news;

  AlertsHandler(NewsView news) {
    this.news = news;
  }

  @Override
  public void handle(Context context) {
    String state = context.queryParam("state");
    if (state != null && !state.equals("open") && !state.equals("all")) {
      throw new Problem.Refused(400, "`state` must be `open` or `all`", "state");
    }
    int limit = Answers.number(context, "limit", 100, 1_000);
    Answers.json(context, new Page(news.openAlerts(), news.alerts(!"all".equals(state), limit)));
  }

  /**
   * The answer.
   *
   * @param open how many are open in all
   * @param alerts newest change first
   */
  record Page(int open, List<Alert> alerts) {}
}
