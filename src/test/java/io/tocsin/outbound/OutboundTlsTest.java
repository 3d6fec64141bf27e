package io.tocsin.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client against a server with a certificate. */
class OutboundTlsTest {

  private static final OutboundLimits LIMITS =
      new OutboundLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), 1_000);

  @Test
  void certificatesAreHeldAgainstTheNameNotTheAddress(@TempDir Path folder) throws Exception {
    // Given
    SelfSigned certificate = SelfSigned.of("inner.example", folder);
    HttpsServer secure =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    secure.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
    secure.createContext(
        "/",
        exchange -> {
          byte[] body = "sealed".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    secure.start();
    int port = secure.getAddress().getPort();
    OutboundPolicy policy =
        new OutboundPolicy(
            Set.of("inner.example", "other.example"),
            Set.of(port),
            host -> List.of(InetAddress.getLoopbackAddress()));

    // When, Then
    try (OutboundClient client = new OutboundClient(policy, LIMITS, certificate.trusting())) {
      assertThat(client.send(https("inner.example", port)).text()).isEqualTo("sealed");
      assertThatThrownBy(() -> client.send(https("other.example", port)))
          .isInstanceOf(SSLException.class);
    }
    try (OutboundClient client = new OutboundClient(policy, LIMITS)) {
      assertThatThrownBy(() -> client.send(https("inner.example", port)))
          .as("nobody vouches for it")
          .isInstanceOf(SSLException.class);
    } finally {
      secure.stop(0);
    }
  }

  private static OutboundRequest https(String host, int port) {
    return OutboundRequest.get(URI.create("https://" + host + ":" + port + "/"), Map.of());
  }
}
