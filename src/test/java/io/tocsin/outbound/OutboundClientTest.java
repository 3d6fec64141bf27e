package io.tocsin.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client against servers of this machine that behave and misbehave. */
class OutboundClientTest {

  private static final OutboundLimits LIMITS =
      new OutboundLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), 1_000);
  private static final OutboundLimits HASTY =
      new OutboundLimits(Duration.ofSeconds(5), Duration.ofMillis(300), 1_000);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger lookups = new AtomicInteger();
  private final CountDownLatch done = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    done.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void aRequestArrivesWithTheNameOfItsHostAtTheAddressThatWasChecked() throws IOException {
    // Given
    server.createContext(
        "/",
        exchange ->
            answer(
                exchange,
                200,
                exchange.getRequestMethod()
                    + " "
                    + exchange.getRequestURI()
                    + " "
                    + exchange.getRequestHeaders().getFirst("Host")
                    + " "
                    + exchange.getRequestHeaders().getFirst("X-Mark")
                    + " "
                    + new String(
                        exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    int port = server.getAddress().getPort();

    // When
    OutboundAnswer answer;
    try (OutboundClient client = new OutboundClient(trusting(port), LIMITS)) {
      answer =
          client.send(
              OutboundRequest.post(
                  URI.create("http://inner.example:" + port + "/a?b=c"),
                  Map.of("x-mark", "one", "Content-Type", "text/plain"),
                  "ding".getBytes(StandardCharsets.UTF_8)));
    }

    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("POST /a?b=c inner.example:" + port + " one ding");
    assertThat(answer.header("content-type")).contains("text/plain");
    assertThat(answer.cut()).isFalse();
    assertThat(lookups).as("a second lookup could have another answer").hasValue(1);
  }

  @Test
  void redirectsAndLoginsAreAnswersAndNothingElse() throws IOException {
    // Given
    AtomicInteger followed = new AtomicInteger();
    server.createContext(
        "/moved",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/followed");
          answer(exchange, 302, "");
        });
    server.createContext(
        "/login",
        exchange -> {
          exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=x");
          answer(exchange, 401, "");
        });
    server.createContext(
        "/followed",
        exchange -> {
          followed.incrementAndGet();
          answer(exchange, 200, "");
        });

    // When
    OutboundAnswer moved = get("/moved", LIMITS);
    OutboundAnswer login = get("/login", LIMITS);

    // Then
    assertThat(moved.status()).isEqualTo(302);
    assertThat(moved.header("Location")).contains("/followed");
    assertThat(login.status()).isEqualTo(401);
    assertThat(followed).hasValue(0);
  }

  @Test
  void aBodyWithoutEndIsCutAtTheLimit() throws IOException {
    // Given
    server.createContext(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream body = exchange.getResponseBody()) {
            while (true) {
              body.write(new byte[512]);
            }
          }
        });

    // When
    OutboundAnswer answer = get("/endless", LIMITS);

    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).hasSize(1_000);
    assertThat(answer.cut()).isTrue();
  }

  @Test
  void anEncodedBodyStaysAsItWasSent() throws IOException {
    // Given
    server.createContext(
        "/packed",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          answer(exchange, 200, "not really packed");
        });

    // When
    OutboundAnswer answer = get("/packed", LIMITS);

    // Then
    assertThat(answer.text()).isEqualTo("not really packed");
  }

  @Test
  void aServerThatTricklesIsLeftWhenTheTotalTimeIsOver() {
    // Given
    server.createContext(
        "/slow",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(1);
          exchange.getResponseBody().flush();
          awaitEnd();
        });

    // When, Then
    assertThatThrownBy(() -> get("/slow", HASTY))
        .isInstanceOf(SocketTimeoutException.class)
        .hasMessage("inner.example did not answer within 300 ms");
  }

  @Test
  void aServerThatAcceptsAndResetsIsAFailure() throws IOException {
    // Given
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      threads.execute(
          () -> {
            try (Socket caller = door.accept()) {
              caller.setSoLinger(true, 0);
            } catch (IOException e) {
              throw new IllegalStateException(e);
            }
          });

      // When, Then
      assertThatThrownBy(() -> get("/", door.getLocalPort(), LIMITS))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void aPortWhereNobodyListensIsAFailure() {
    // When, Then
    assertThatThrownBy(() -> get("/", 1, LIMITS)).isInstanceOf(IOException.class);
  }

  @Test
  void aPrivateAddressIsNotEvenConnectedTo() {
    // Given
    AtomicInteger calls = new AtomicInteger();
    server.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          answer(exchange, 200, "");
        });
    int port = server.getAddress().getPort();
    OutboundPolicy strict = new OutboundPolicy(Set.of(), Set.of(port), this::loopback);

    // When, Then
    try (OutboundClient client = new OutboundClient(strict, LIMITS)) {
      OutboundRequest request =
          OutboundRequest.get(URI.create("http://inner.example:" + port + "/"), Map.of());
      assertThatThrownBy(() -> client.send(request)).isInstanceOf(OutboundRefusedException.class);
    }
    assertThat(calls).hasValue(0);
  }

  @Test
  void headersThatWouldBeginAnotherAreRefused() {
    // When, Then
    URI uri = URI.create("http://inner.example/");
    assertThatThrownBy(() -> OutboundRequest.get(uri, Map.of("X-Mark", "a\r\nX-Other: b")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> OutboundRequest.get(uri, Map.of("X Mark", "a")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private OutboundAnswer get(String path, OutboundLimits limits) throws IOException {
    return get(path, server.getAddress().getPort(), limits);
  }

  private OutboundAnswer get(String path, int port, OutboundLimits limits) throws IOException {
    try (OutboundClient client = new OutboundClient(trusting(port), limits)) {
      return client.send(
          OutboundRequest.get(URI.create("http://inner.example:" + port + path), Map.of()));
    }
  }

  private OutboundPolicy trusting(int port) {
    return new OutboundPolicy(Set.of("inner.example"), Set.of(port), this::loopback);
  }

  private List<InetAddress> loopback(String host) {
    lookups.incrementAndGet();
    return List.of(InetAddress.getLoopbackAddress());
  }

  private void awaitEnd() {
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
