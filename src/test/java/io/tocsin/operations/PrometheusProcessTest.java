package io.tocsin.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real Prometheus against a page of two lines. */
class PrometheusProcessTest {
  private static final String PAGE = "tocsin_alerts_open 3\ntocsin_sse_clients NaN\n";

  private HttpServer page;

  @BeforeEach
  void serve() throws IOException {
    page = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    page.createContext(
        "/metrics",
        exchange -> {
          byte[] body = PAGE.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    page.start();
  }

  @AfterEach
  void stop() {
    page.stop(0);
  }

  @Test
  void queriesSeeWhatWasScraped() throws IOException {
    // Given
    try (PrometheusProcess prometheus =
        PrometheusProcess.scraping("127.0.0.1:" + page.getAddress().getPort())) {
      prometheus.awaitScrape();

      // When
      var open = prometheus.query("tocsin_alerts_open");

      // Then
      assertThat(open).hasSize(1);
      assertThat(open.get(0).value()).isEqualTo(3);
      assertThat(open.get(0).labels()).containsEntry("job", "tocsin");
      assertThat(prometheus.query("tocsin_sse_clients").get(0).value()).isNaN();
      assertThat(prometheus.query("tocsin_alerts_total")).isEmpty();
      assertThatThrownBy(() -> prometheus.query("sum("))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("sum(");
    }
  }
}
