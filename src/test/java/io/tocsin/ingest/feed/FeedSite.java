package io.tocsin.ingest.feed;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A publisher on this machine: pages with validators, and every request that came for them. */
public final class FeedSite implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  /** What stands at a path: the answer to an unconditional request. */
  @SuppressWarnings("ArrayRecordComponent") // Written once, never compared.
  public record Page(int status, Map<String, String> headers, byte[] body) {}

  /** A request: its path and headers. */
  public record Asked(String path, Headers headers) {}

  /** A site on a free port. */
  public FeedSite() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** The port on 127.0.0.1. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** The whole address of a path. */
  public String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  /** Puts a page there with a validator of its content. */
  public void publish(String path, byte[] body) {
    put(path, 200, Map.of("ETag", "\"" + Arrays.hashCode(body) + "\""), body);
  }

  /** Puts a text there with a validator of its content. */
  public void publish(String path, String body) {
    publish(path, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Puts any answer there. */
  public void put(String path, int status, Map<String, String> headers, byte[] body) {
    pages.put(path, new Page(status, new LinkedHashMap<>(headers), body));
  }

  /** Redirects a path. */
  public void redirect(String path, int status, String location) {
    put(path, status, Map.of("Location", location), new byte[0]);
  }

  /** All requests so far. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    asked.add(new Asked(path, exchange.getRequestHeaders()));
    Page page = pages.getOrDefault(path, new Page(404, Map.of(), new byte[0]));
    page.headers().forEach(exchange.getResponseHeaders()::add);
    String etag = page.headers().get("ETag");
    boolean same =
        etag != null
            && Objects.equals(etag, exchange.getRequestHeaders().getFirst("If-None-Match"));
    if (same) {
      exchange.sendResponseHeaders(304, -1);
    } else {
      exchange.sendResponseHeaders(
          page.status(), page.body().length == 0 ? -1 : page.body().length);
      exchange.getResponseBody().write(page.body());
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
