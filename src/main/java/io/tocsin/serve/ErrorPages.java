package io.tocsin.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tocsin.wire.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * How the server under the routes says no: to requests that it cannot parse, and to paths that
 * climb out of the root. Its own page is HTML and names the server; this one is a {@link Problem}
 * like every other refusal.
 */
final class ErrorPages extends ErrorHandler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    byte[] body = body(response.getStatus());
    describe(response.getHeaders());
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }

  private static void describe(HttpFields.Mutable fields) {
    fields.put(HttpHeader.CONTENT_TYPE, Answers.JSON);
    fields.put(HttpHeader.CACHE_CONTROL, "no-store");
    fields.put("X-Content-Type-Options", "nosniff");
  }

  private static byte[] body(int status) {
    try {
      return Json.MAPPER.writeValueAsBytes(Problem.of(status));
    } catch (JsonProcessingException e) {
      return ("{\"status\":" + status + "}").getBytes(StandardCharsets.UTF_8);
    }
  }
}
