package io.tocsin.serve;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.tocsin.model.Alert;
import java.util.List;

/** {@code GET /api/v1/alerts/{id}}: all records of one episode, oldest first. */
final class AlertHandler implements Handler {
  private final NewsView news;

  AlertHandler(NewsView news) {
    this.news = news;
  }

  @Override
  public void handle(Context context) {
    String id = context.pathParam("id");
    List<Alert> records =
        news.alert(id)
            .orElseThrow(
                () ->
                    new Problem.Refused(
                        404, "no alert has this id, or it is older than what is kept", "id"));
    Answers.json(context, new Episode(id, records));
  }

  /**
   * The answer.
   *
   * @param id of the alert
   * @param records one per change of state
   */
  record Episode(String id, List<Alert> records) {}
}
