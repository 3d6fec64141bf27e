package io.tocsin.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.fixtures.Child;
import io.tocsin.fixtures.Instance;
import io.tocsin.fixtures.NewsMaker;
import io.tocsin.fixtures.Publishing;
import io.tocsin.runtime.Cluster;
import io.tocsin.runtime.TopicAdmin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Two instances on one cluster share the work, and one hands its share over when it stops. */
@Timeout(180)
class TwoInstancesIT {
  private static final String PREFIX = "news.";
  private static final String ASSIGNED = "kafka_consumer_coordinator_assigned_partitions";

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path undisturbed;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path cluster;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path left;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path right;

  @Test
  void stoppedInstanceHandsItsWorkToTheOther() throws Exception {
    // Given
    Results expected = Undisturbed.results(undisturbed);
    List<NewsMaker.Published> stream = Undisturbed.STREAM;
    int half = stream.size() / 2;
    try (Child broker = Child.installed(cluster, "broker", "--port=0", "--data=" + cluster)) {
      String bootstrap = Objects.requireNonNull(broker.line(), "the broker ended at its start");
      TopicAdmin.on(new Cluster(bootstrap, PREFIX, Map.of()), TopicAdmin::apply);
      try (Instance one = start(left, bootstrap);
          Instance two = start(right, bootstrap);
          Publishing producer = new Publishing(bootstrap, PREFIX)) {
        awaitShared(one, two);

        // When
        producer.publish(stream.subList(0, half));
        two.awaitReceived(1);
        int exitCode = two.terminate();
        producer.publish(stream.subList(half, stream.size()));

        // Then
        assertThat(exitCode).isZero();
        Guarantees.assertSame(Guarantees.awaitHold(bootstrap, PREFIX), expected);
        assertThat(one.terminate()).isZero();
      }
      assertThat(broker.terminate()).isZero();
    }
  }

  private Instance start(Path folder, String bootstrap) {
    Path watchlist = NewsMaker.watchlist(cluster.resolve("watchlist"));
    return Instance.start(
        folder, "kafka.bootstrap.servers=" + bootstrap, "watchlist.folder=" + watchlist);
  }

  private static void awaitShared(Instance one, Instance two) {
    one.awaitReady();
    two.awaitReady();
    await("both have partitions")
        .atMost(Duration.ofSeconds(60))
        .until(() -> one.metric(ASSIGNED) > 0 && two.metric(ASSIGNED) > 0);
  }
}
