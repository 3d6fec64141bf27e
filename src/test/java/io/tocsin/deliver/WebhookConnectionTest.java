package io.tocsin.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.tocsin.model.Delivery.Result;
import io.tocsin.outbound.SelfSigned;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A webhook sink against a real server whose connections go wrong. */
@Timeout(60)
class WebhookConnectionTest {
  private final Receiver receiver = new Receiver();
  private final CountDownLatch done = new CountDownLatch(1);
  private final Desks desks = Desks.webhook(receiver.url("/a-secret-path"), receiver.port());

  @AfterEach
  void close() {
    done.countDown();
    desks.close();
    receiver.close();
  }

  @Test
  void aSlowServerFailsWhenTheTimeIsOver() {
    // Given
    receiver.behave(
        exchange -> {
          try {
            done.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });

    // When
    desks.tell(AlertMaker.opened("a"));
    desks.send();

    // Then
    assertThat(desks.results()).containsExactly(Result.RETRY);
    assertThat(desks.last().detail()).isEqualTo("no answer in time");
    assertThat(desks.last().status()).isNull();
  }

  @Test
  void anEndlessReplyIsReadToItsLimitOnly() {
    // Given
    receiver.behave(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream body = exchange.getResponseBody()) {
            while (true) {
              body.write(new byte[1_024]);
            }
          }
        });

    // When
    desks.tell(AlertMaker.opened("a"));
    desks.send();

    // Then
    assertThat(desks.results()).containsExactly(Result.DELIVERED);
  }

  @Test
  void aCertificateThatNobodyVouchesForIsAFailure(@TempDir Path folder) throws Exception {
    // Given
    HttpsServer secure =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    SelfSigned certificate = SelfSigned.of("hooks.example.org", folder);
    secure.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
    secure.start();
    int port = secure.getAddress().getPort();
    Desks sealed = Desks.webhook("https://127.0.0.1:" + port + "/", port);

    // When
    sealed.tell(AlertMaker.opened("a"));
    sealed.send();

    // Then
    assertThat(sealed.results()).containsExactly(Result.RETRY);
    assertThat(sealed.last().detail()).startsWith("TLS: ");
    sealed.close();
    secure.stop(0);
  }

  @Test
  void aServerThatAcceptsAndResetsIsAFailure() throws IOException {
    // Given
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread slammer =
          new Thread(
              () -> {
                try (Socket caller = door.accept()) {
                  caller.setSoLinger(true, 0);
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      slammer.start();
      Desks slammed =
          Desks.webhook("http://127.0.0.1:" + door.getLocalPort() + "/", door.getLocalPort());

      // When
      slammed.tell(AlertMaker.opened("a"));
      slammed.send();

      // Then
      assertThat(slammed.results()).containsExactly(Result.RETRY);
      slammed.close();
    }
  }
}
