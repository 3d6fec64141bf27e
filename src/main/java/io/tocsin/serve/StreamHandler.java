package io.tocsin.serve;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /api/v1/stream}: server-sent events. Each reader has a thread of its own, so that one
 * who does not read holds up nobody; the server's idle time-out ends it.
 */
final class StreamHandler implements Handler {
  /** Marks a request as a stream, whose duration means nothing. */
  static final String STREAM = "tocsin.stream";

  private static final Logger logger = LoggerFactory.getLogger(StreamHandler.class);
  private static final byte[] PING = ": ping\n\n".getBytes(StandardCharsets.UTF_8);
  private static final byte[] HELLO = "retry: 2000\n: tocsin\n\n".getBytes(StandardCharsets.UTF_8);

  private final EventHub hub;
  private final Duration ping;

  StreamHandler(EventHub hub, Duration ping) {
    this.hub = hub;
    this.ping = ping;
  }

  @Override
  public void handle(Context context) throws IOException {
    EventClient client =
        hub.subscribe(context.header("Last-Event-ID"))
            .orElseThrow(
                () -> {
                  context.header("Retry-After", "30");
                  return new Problem.Refused(
                      429, "too many readers of the stream; close one or try again", null);
                });
    context.attribute(STREAM, true);
    context
        .disableCompression()
        .contentType("text/event-stream; charset=utf-8")
        .header("Cache-Control", "no-store")
        .header("X-Accel-Buffering", "no");
    CompletableFuture<Void> ended = new CompletableFuture<>();
    OutputStream out = context.res().getOutputStream();
    context.future(() -> ended);
    Thread thread = new Thread(() -> pump(client, out, ended), "stream-reader");
    thread.setDaemon(true);
    thread.start();
  }

  private void pump(EventClient client, OutputStream out, CompletableFuture<Void> ended) {
    try {
      write(out, HELLO);
      while (!client.closed()) {
        StreamEvent event = client.next(ping);
        if (!client.closed()) {
          write(out, event == null ? PING : event.wire().getBytes(StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      logger.debug("a reader of the stream left: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      hub.leave(client);
      ended.complete(null);
    }
  }

  private static void write(OutputStream out, byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }
}
