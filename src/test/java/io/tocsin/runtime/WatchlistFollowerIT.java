package io.tocsin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.tocsin.model.Watchlist;
import io.tocsin.wire.Topics;
import io.tocsin.wire.watchlist.WatchlistState;
import io.tocsin.wire.watchlist.WatchlistVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/**
 * The follower over a real broker: every version in order and whole, and the last good one stays.
 */
class WatchlistFollowerIT extends WatchlistFixture {

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  /** What the listener is told, as one word to compare. */
  private static String told(long version, int subjects, int rules, boolean success) {
    return version + "/" + subjects + "/" + rules + "/" + success;
  }

  @Test
  void followerSeesEveryVersionInOrderAndARestartRebuildsTheSameHistory() throws Exception {
    // Given
    try (WatchlistFollower follower = follower()) {
      follower.awaitFirst(LIMIT);
      assertThat(follower.at(NOW).watchlist()).isEqualTo(Watchlist.EMPTY);

      // When
      apply(list("a", "b"), NOW);
      apply(list("a", "c"), NOW.plusSeconds(60));
      apply(list("c"), NOW.plusSeconds(120));

      // Then
      assertThat(heard()).isEqualTo("1/2/1/true");
      assertThat(heard()).isEqualTo("2/2/1/true");
      assertThat(heard()).isEqualTo("3/1/1/true");
      assertHistory(follower);
    }
    try (WatchlistFollower restarted = follower()) {
      restarted.awaitFirst(LIMIT);
      assertHistory(restarted);
    }
  }

  private static void assertHistory(WatchlistFollower follower) {
    assertThat(follower.held()).containsExactly(1L, 2L, 3L);
    assertThat(follower.at(NOW).watchlist().version()).isEqualTo(1);
    assertThat(follower.at(NOW.plusSeconds(61)).watchlist().version()).isEqualTo(1);
    assertThat(follower.at(NOW.plusSeconds(62)).watchlist().version()).isEqualTo(2);
    assertThat(ids(follower.at(NOW.plusSeconds(62)).watchlist()))
        .containsExactly("place/a", "place/c");
    assertThat(ids(follower.newest().watchlist())).containsExactly("place/c");
  }

  @Test
  void brokenVersionLeavesTheLastGoodOneAndTheNextGoodOneReplacesIt() throws Exception {
    // Given
    apply(list("a"), NOW);
    try (WatchlistFollower follower = follower()) {
      follower.awaitFirst(LIMIT);

      // When
      foreignVersionWithABrokenRecord();

      // Then
      assertThat(heard()).isEqualTo("1/1/1/true");
      assertThat(heard()).isEqualTo("2/1/1/false");
      assertThat(follower.newest().watchlist().version()).isEqualTo(1);

      // When
      assertThat(writer(NOW).plan(list("a")).repairs()).isTrue();
      apply(list("a"), NOW.plusSeconds(60));

      // Then
      assertThat(heard()).isEqualTo("3/1/1/true");
      assertThat(follower.newest().watchlist().version()).isEqualTo(3);
      assertThat(state().broken()).isEmpty();
    }
  }

  @Test
  void topicMadeAnewIsFollowedFromItsBeginning() throws Exception {
    // Given
    apply(list("a"), NOW);
    apply(list("b"), NOW.plusSeconds(60));
    try (WatchlistFollower follower = follower()) {
      follower.awaitFirst(LIMIT);

      // When
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
        admin.deleteTopics(List.of(Topics.WATCHLIST.name(prefix))).all().get();
        await()
            .atMost(LIMIT)
            .until(() -> !admin.listTopics().names().get().contains(Topics.WATCHLIST.name(prefix)));
      }
      createTopic();
      apply(list("c"), NOW.plusSeconds(120));

      // Then
      await()
          .atMost(LIMIT)
          .untilAsserted(
              () -> assertThat(ids(follower.newest().watchlist())).containsExactly("place/c"));
      assertThat(follower.held()).containsExactly(1L);
    }
  }

  @Test
  void missingTopicIsNamedWithTheCommandThatCreatesIt() throws Exception {
    // Given
    WatchlistWriter lost =
        new WatchlistWriter(client(), prefix + "none.", LEAD, fixed(NOW), "tester");
    Watchlist wanted = list("a");

    // When
    Stop stop = catchThrowableOfType(Stop.class, () -> lost.plan(wanted));

    // Then
    assertThat(stop.code()).isEqualTo(ExitCode.TOPICS_WRONG);
    assertThat(stop)
        .hasMessageContaining(prefix + "none.watchlist does not exist")
        .hasMessageEndingWith("create it with: tocsin topics apply");
    try (WatchlistFollower follower =
        WatchlistFollower.start(
            client(), prefix + "none.", (version, subjects, rules, success) -> {})) {
      assertThatThrownBy(() -> follower.awaitFirst(Duration.ofSeconds(3)))
          .isInstanceOf(Stop.class)
          .hasMessageContaining("does not exist");
    }
  }

  private void foreignVersionWithABrokenRecord() {
    WatchlistTopic topic = new WatchlistTopic(client(), prefix);
    try (Producer<String, byte[]> foreign = topic.producer(prefix + "foreign")) {
      foreign.initTransactions();
      foreign.beginTransaction();
      var first =
          foreign.send(
              new ProducerRecord<>(
                  topic.name(),
                  0,
                  "subject/place/x",
                  "{\"id\":7}".getBytes(StandardCharsets.UTF_8)));
      byte[] marker = new WatchlistVersion(2, NOW, 2, 1, NOW, "foreign").bytes();
      var second =
          foreign.send(new ProducerRecord<>(topic.name(), 0, WatchlistState.MARKER, marker));
      foreign.commitTransaction();
      assertThat(first.isDone() && second.isDone()).isTrue();
    }
  }

  private WatchlistFollower follower() {
    return WatchlistFollower.start(
        client(),
        prefix,
        (version, subjects, rules, success) -> heard.add(told(version, subjects, rules, success)));
  }

  private String heard() throws InterruptedException {
    return String.valueOf(heard.poll(LIMIT.toSeconds(), TimeUnit.SECONDS));
  }
}
