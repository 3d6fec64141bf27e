package io.tocsin.serve;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Map;
import java.util.TreeMap;

/** {@code GET /healthz}: whether it works, and with {@code ?verbose} each part of it. */
final class HealthzHandler implements Handler {
  private final HealthView health;

  HealthzHandler(HealthView health) {
    this.health = health;
  }

  @Override
  public void handle(Context context) {
    boolean live = health.live();
    boolean ready = health.ready();
    boolean verbose = context.queryParam("verbose") != null;
    Map<String, String> details = verbose ? new TreeMap<>(health.details()) : Map.of();
    context.status(live && ready ? 200 : 503);
    Answers.json(context, new Health(live, ready, details));
  }

  /**
   * The answer.
   *
   * @param live false when a restart would help
   * @param ready whether articles flow
   * @param details one entry per part
   */
  record Health(boolean live, boolean ready, Map<String, String> details) {}
}
