package io.tocsin.deliver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server of this machine that keeps what it gets and answers as a test wants it. */
public final class Receiver implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Got> got = new CopyOnWriteArrayList<>();
  private volatile HttpHandler behaviour = exchange -> answer(exchange, 200, "");

  /** A server that takes everything. */
  public Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  /**
   * A request.
   *
   * @param path with its query
   * @param headers by name in small letters, the first value of each
   * @param body as UTF-8
   */
  public record Got(String path, Map<String, String> headers, String body) {}

  /** Requests so far. */
  public List<Got> got() {
    return List.copyOf(got);
  }

  /** The last request. */
  public Got last() {
    return got.get(got.size() - 1);
  }

  /** Where it listens. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** An address of it. */
  public String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  /** From now on it answers so. */
  public void behave(HttpHandler handler) {
    behaviour = handler;
  }

  /** From now on it answers with a status and a text. */
  public void answerWith(int status, String text) {
    behave(exchange -> answer(exchange, status, text));
  }

  /** Ends an exchange. */
  public static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    got.add(new Got(exchange.getRequestURI().toString(), headers, body));
    behaviour.handle(exchange);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
