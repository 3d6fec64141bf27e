package io.tocsin.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.fixtures.Child;
import io.tocsin.fixtures.NewsMaker;
import io.tocsin.fixtures.Publishing;
import io.tocsin.fixtures.Requests;
import io.tocsin.runtime.DataFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service with its broker, killed twice in the middle of its work: counts and alerts end as if
 * nothing had happened.
 */
@Timeout(180)
class KillIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int CHUNK = 2_000;
  private static final int IN_THE_MIDDLE = 200;

  @TempDir private Path undisturbed;
  @TempDir private Path killed;

  @Test
  void killsChangeNeitherCountsNorAlerts() throws Exception {
    // Given
    Results expected = Undisturbed.results(undisturbed);
    List<NewsMaker.Published> stream = Undisturbed.STREAM;
    int port = Requests.freePort();
    String bootstrap;
    Results results;
    try (Child first = start(port)) {
      bootstrap = DataFolder.announced(killed.resolve("data")).orElseThrow();
      try (Publishing producer = new Publishing(bootstrap, "news.")) {

        // When
        CompletableFuture<Void> one = publish(producer, stream.subList(0, CHUNK));
        awaitMiddle(port);
        first.kill();
        CompletableFuture<Void> two;
        try (Child second = start(port)) {
          two = publish(producer, stream.subList(CHUNK, 2 * CHUNK));
          awaitMiddle(port);
          second.kill();
        }
        try (Child third = start(port)) {
          CompletableFuture.allOf(one, two).get();
          producer.publish(stream.subList(2 * CHUNK, stream.size()));
          results = Undisturbed.awaitComplete(bootstrap, "news.", stream.size());
          assertThat(third.terminate()).isZero();
        }
      }
    }

    // Then
    Undisturbed.assertSame(results, expected);
  }

  private Child start(int port) {
    Path watchlist = NewsMaker.watchlist(killed.resolve("watchlist"));
    Child child =
        Child.installed(
            killed,
            "run",
            "--set=data.folder=" + killed.resolve("data"),
            "--set=http.port=" + port,
            "--set=watchlist.folder=" + watchlist);
    await("the service is ready")
        .atMost(PATIENCE)
        .until(() -> Requests.isOk("http://127.0.0.1:" + port + "/readyz"));
    return child;
  }

  private static CompletableFuture<Void> publish(
      Publishing producer, List<NewsMaker.Published> records) {
    return CompletableFuture.runAsync(() -> producer.publish(records));
  }

  /** Work is done and more is under way. */
  private static void awaitMiddle(int port) {
    await("articles are being processed")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () ->
                Requests.metric(
                        "http://127.0.0.1:" + port + "/metrics", "tocsin_records_received_total")
                    > IN_THE_MIDDLE);
  }
}
