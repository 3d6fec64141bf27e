package io.tocsin.serve;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.tocsin.metrics.Meters;

/** {@code GET /metrics}: Prometheus text, or OpenMetrics when the scraper asks for it. */
final class MetricsHandler implements Handler {
  private final Meters meters;

  MetricsHandler(Meters meters) {
    this.meters = meters;
  }

  @Override
  public void handle(Context context) {
    String accept = context.header("Accept");
    context.contentType(meters.contentType(accept)).result(meters.scrape(accept));
  }
}
