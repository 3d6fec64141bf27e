package io.tocsin.serve;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** {@code GET /api/v1/openapi.yaml}: the description of the HTTP interface. */
final class OpenApiHandler implements Handler {
  /** Where it lies on the class path. */
  static final String RESOURCE = "/web/openapi.yaml";

  private final byte[] description;

  /**
   * Reads it.
   *
   * @throws IllegalStateException when it is missing from the jar
   */
  OpenApiHandler() {
    try (InputStream stream = OpenApiHandler.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException(
            RESOURCE + " is not on the class path; build the distribution again");
      }
      description = stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }

  @Override
  public void handle(Context context) {
    context
        .contentType("application/yaml; charset=utf-8")
        .header("Cache-Control", "no-cache")
        .result(description);
  }
}
