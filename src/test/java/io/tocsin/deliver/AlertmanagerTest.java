package io.tocsin.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.deliver.config.Grouping;
import io.tocsin.deliver.config.Route;
import io.tocsin.deliver.config.SinkSpec;
import io.tocsin.deliver.config.Target;
import io.tocsin.fixtures.Requests;
import io.tocsin.model.Alert;
import io.tocsin.model.Delivery.Result;
import io.tocsin.outbound.OutboundPolicy;
import io.tocsin.settings.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The API of a real Alertmanager: what it takes for open, and what for resolved. */
@Timeout(60)
class AlertmanagerTest {

  @TempDir private Path folder;
  private Process alertmanager;
  private String base;
  private int port;

  @BeforeEach
  void start() throws IOException {
    port = freePort();
    base = "http://127.0.0.1:" + port;
    Path config = folder.resolve("alertmanager.yml");
    Files.writeString(config, "route: {receiver: none}\nreceivers: [{name: none}]\n");
    alertmanager =
        new ProcessBuilder(
                List.of(
                    "prometheus-alertmanager",
                    "--config.file=" + config,
                    "--storage.path=" + folder.resolve("data"),
                    "--web.listen-address=127.0.0.1:" + port,
                    "--cluster.listen-address="))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    await("Alertmanager is ready").atMost(Duration.ofSeconds(30)).until(this::isReady);
  }

  @AfterEach
  void stop() throws InterruptedException {
    alertmanager.destroy();
    if (!alertmanager.waitFor(10, TimeUnit.SECONDS)) {
      alertmanager.destroyForcibly();
    }
  }

  @Test
  void alertsAreOpenThereWhileTheyAreOpenHereAndResolvedAfter() {
    // Given
    SinkSpec sink =
        new SinkSpec(
            "am",
            new Target.Alertmanager(new Secret(base + "/"), null, Duration.ofMinutes(1)),
            Route.ALL,
            Grouping.ALONE,
            Duration.ZERO,
            null);
    OutboundPolicy policy = new OutboundPolicy(Set.of("127.0.0.1"), Set.of(port));
    try (Desks desks = new Desks(sink, new Channels(policy).open(sink))) {
      desks.clock.advance(Duration.between(AlertMaker.NOON, Instant.now()));

      // When
      desks.tell(AlertMaker.opened("a"));
      desks.send();

      // Then
      assertThat(desks.results()).containsExactly(Result.DELIVERED);
      JsonNode open = active();
      assertThat(open).hasSize(1);
      assertThat(open.at("/0/labels/alertname").asText()).isEqualTo("harbour");
      assertThat(open.at("/0/labels/subject").asText()).isEqualTo("place/exia");
      assertThat(open.at("/0/annotations/summary").asText()).startsWith("Exia: 12 articles");
      assertThat(Instant.parse(open.at("/0/endsAt").asText()))
          .isEqualTo(desks.clock.instant().plusSeconds(240).truncatedTo(ChronoUnit.MILLIS));

      // When
      desks.tell(
          AlertMaker.change("a", 2, Alert.State.RESOLVED, AlertMaker.opened("a").severity()));
      desks.send();

      // Then
      assertThat(desks.results()).containsExactly(Result.DELIVERED, Result.DELIVERED);
      assertThat(active()).isEmpty();
    }
  }

  private JsonNode active() {
    return Requests.json(Requests.get(base + "/api/v2/alerts?active=true"));
  }

  private boolean isReady() {
    return alertmanager.isAlive() && Requests.isOk(base + "/-/ready");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
