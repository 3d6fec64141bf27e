package io.tocsin.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.Instance;
import io.tocsin.fixtures.NewsMaker;
import io.tocsin.fixtures.Publishing;
import io.tocsin.runtime.DataFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service with its broker, killed twice in the middle of its work: counts and alerts end as if
 * nothing had happened.
 */
@Timeout(180)
class KillIT {
  private static final String PREFIX = "news.";
  private static final int CHUNK = 2_000;
  private static final int IN_THE_MIDDLE = 200;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path undisturbed;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  @Test
  void killsChangeNeitherCountsNorAlerts() throws Exception {
    // Given
    Results expected = Undisturbed.results(undisturbed);
    List<NewsMaker.Published> stream = Undisturbed.STREAM;
    String watchlist = "watchlist.folder=" + NewsMaker.watchlist(folder.resolve("watchlist"));
    try (Instance first = Instance.start(folder, watchlist).awaitReady()) {
      String bootstrap = DataFolder.announced(Instance.data(folder)).orElseThrow();
      try (Publishing producer = new Publishing(bootstrap, PREFIX)) {

        // When
        CompletableFuture<Void> one = publish(producer, stream.subList(0, CHUNK));
        first.awaitReceived(IN_THE_MIDDLE);
        first.kill();
        CompletableFuture<Void> two;
        try (Instance second = Instance.start(folder, watchlist).awaitReady()) {
          two = publish(producer, stream.subList(CHUNK, 2 * CHUNK));
          second.awaitReceived(IN_THE_MIDDLE);
          second.kill();
        }
        try (Instance third = Instance.start(folder, watchlist).awaitReady()) {
          CompletableFuture.allOf(one, two).get();
          producer.publish(stream.subList(2 * CHUNK, stream.size()));

          // Then
          Guarantees.assertSame(Guarantees.awaitHold(bootstrap, PREFIX), expected);
          assertThat(third.metric("tocsin_records_received_total"))
              .as("the last instance went on where the others had been")
              .isLessThan(stream.size());
          assertThat(third.terminate()).isZero();
        }
      }
    }
  }

  private static CompletableFuture<Void> publish(
      Publishing producer, List<NewsMaker.Published> records) {
    return CompletableFuture.runAsync(() -> producer.publish(records));
  }
}
