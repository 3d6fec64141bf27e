package io.tocsin.serve;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.tocsin.model.Delivery;
import java.util.List;

/**
 * {@code GET /api/v1/deliveries?alert=&limit=}: attempts for one alert, oldest first, or the newest
 * of all.
 */
final class DeliveriesHandler implements Handler {
  private final DeliveriesView deliveries;

  DeliveriesHandler(DeliveriesView deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public void handle(Context context) {
    int limit = Answers.number(context, "limit", 100, 1_000);
    Answers.json(context, new Page(deliveries.attempts(context.queryParam("alert"), limit)));
  }

  /**
   * The answer.
   *
   * @param deliveries as on {@code news.deliveries}
   */
  record Page(List<Delivery> deliveries) {}
}
