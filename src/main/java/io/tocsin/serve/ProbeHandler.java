package io.tocsin.serve;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.function.BooleanSupplier;

/**
 * {@code GET /livez}, {@code /readyz}, {@code /startupz}: 200 {@code ok} or 503 {@code no}, for
 * probes that look at the status.
 */
final class ProbeHandler implements Handler {
  private final BooleanSupplier good;

  ProbeHandler(BooleanSupplier good) {
    this.good = good;
  }

  @Override
  public void handle(Context context) {
    boolean answer = good.getAsBoolean();
    context
        .status(answer ? 200 : 503)
        .header("Cache-Control", "no-store")
        .contentType("text/plain; charset=utf-8")
        .result(answer ? "ok\n" : "no\n");
  }
}
