package io.tocsin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.tocsin.fixtures.BrokerExtension;
import io.tocsin.model.Rule;
import io.tocsin.model.Subject;
import io.tocsin.model.Watchlist;
import io.tocsin.wire.Topics;
import io.tocsin.wire.watchlist.WatchlistFolder;
import io.tocsin.wire.watchlist.WatchlistState;
import io.tocsin.wire.watchlist.WatchlistVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writer and follower over a real broker: what is applied is what every instance sees, in order and
 * whole.
 */
class WatchlistTopicIT {

  @RegisterExtension static final BrokerExtension broker = new BrokerExtension();

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration LEAD = Duration.ofSeconds(2);
  private static final Instant NOW = Instant.parse("2023-11-06T09:00:00Z");

  @TempDir private Path folder;
  private final String prefix = broker.freshPrefix();
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  /** What the listener is told, as one word to compare. */
  private static String told(long version, int subjects, int rules, boolean success) {
    return version + "/" + subjects + "/" + rules + "/" + success;
  }

  @BeforeEach
  void createTopic() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      NewTopic topic = new NewTopic(Topics.WATCHLIST.name(prefix), 1, (short) 1);
      admin.createTopics(List.of(topic.configs(Topics.WATCHLIST.config()))).all().get();
    }
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
  void onlyWhatChangedIsWrittenAndUnchangedRulesKeepTheirVersion() throws Exception {
    // Given
    apply(list("a", "b"), NOW);

    // When
    apply(list("a", "c"), NOW.plusSeconds(60));

    // Then
    Watchlist now = state().watchlist();
    assertThat(now.rules()).extracting(Rule::version).containsExactly(1L);
    assertThat(now.effectiveFrom()).isEqualTo(NOW.plusSeconds(62));
    assertThat(writer(NOW).plan(list("a", "c")).isEmpty()).isTrue();
    assertThat(writer(NOW).apply(writer(NOW).plan(list("a", "c")))).isEmpty();
    assertThat(state().version()).isEqualTo(2);
  }

  @Test
  void clockThatRunsBehindDoesNotLetAVersionBeginBeforeItsPredecessor() throws Exception {
    // Given
    apply(list("a"), NOW);
    apply(list("b"), NOW);

    // When
    apply(list("c"), NOW.minusSeconds(3600));

    // Then
    assertThat(state().watchlist().effectiveFrom()).isEqualTo(NOW.plus(LEAD).plusMillis(1));
  }

  @Test
  void planThatWasOvertakenIsRefused() throws Exception {
    // Given
    WatchlistWriter.Plan first = writer(NOW).plan(list("a"));
    WatchlistWriter.Plan second = writer(NOW).plan(list("b"));
    writer(NOW).apply(first);

    // When, Then
    assertThatThrownBy(() -> writer(NOW).apply(second))
        .isInstanceOf(WatchlistConflictException.class)
        .hasMessageContaining("moved from version 0 to 1");
    assertThat(ids(state().watchlist())).containsExactly("place/a");
  }

  @Test
  void writerThatLosesItsTurnInTheMiddleWritesNothing() throws Exception {
    // Given
    Clock clockThatLetsAnotherIn =
        new Clock() {
          @Override
          public Instant instant() {
            writer(NOW).apply(writer(NOW).plan(readList("b")));
            return NOW;
          }

          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        };
    WatchlistWriter slow = writer(clockThatLetsAnotherIn);
    WatchlistWriter.Plan plan = slow.plan(list("a"));

    // When, Then
    assertThatThrownBy(() -> slow.apply(plan))
        .isInstanceOf(WatchlistConflictException.class)
        .hasMessageContaining("another apply ran at the same time");
    assertThat(ids(state().watchlist())).containsExactly("place/b");
    assertThat(state().version()).isEqualTo(1);
  }

  @Test
  void writerThatDiedHalfWayIsShutOutAndLeavesNoTrace() throws Exception {
    // Given
    WatchlistTopic topic = new WatchlistTopic(client(), prefix);
    try (Producer<String, byte[]> dead = topic.producer(prefix + "watchlist-writer")) {
      dead.initTransactions();
      dead.beginTransaction();
      dead.send(new ProducerRecord<>(topic.name(), 0, "subject/place/half", new byte[] {'{'}))
          .get();

      // When
      apply(list("a"), NOW);

      // Then
      assertThatThrownBy(dead::commitTransaction)
          .isInstanceOfAny(ProducerFencedException.class, InvalidProducerEpochException.class);
    }
    assertThat(ids(state().watchlist())).containsExactly("place/a");
    assertThat(state().broken()).isEmpty();
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
  void folderIsAppliedOnlyToAnEmptyTopic() throws Exception {
    // Given
    list("a");

    // When
    WatchlistVersion first = writer(NOW).applyWhenEmpty(folder).orElseThrow();
    list("b");

    // Then
    assertThat(first).isEqualTo(new WatchlistVersion(1, Instant.EPOCH, 1, 1, NOW, "tester"));
    assertThat(writer(NOW).applyWhenEmpty(folder)).isEmpty();
    assertThat(ids(state().watchlist())).containsExactly("place/a");
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

  private void apply(Watchlist wanted, Instant now) {
    WatchlistWriter writer = writer(now);
    assertThat(writer.apply(writer.plan(wanted))).isPresent();
  }

  private WatchlistWriter writer(Instant now) {
    return writer(fixed(now));
  }

  private WatchlistWriter writer(Clock clock) {
    return new WatchlistWriter(client(), prefix, LEAD, clock, "tester");
  }

  private WatchlistFollower follower() {
    return WatchlistFollower.start(
        client(),
        prefix,
        (version, subjects, rules, success) -> heard.add(told(version, subjects, rules, success)));
  }

  private WatchlistState state() {
    return new WatchlistTopic(client(), prefix).read("test");
  }

  private String heard() throws InterruptedException {
    return String.valueOf(heard.poll(LIMIT.toSeconds(), TimeUnit.SECONDS));
  }

  private Map<String, String> client() {
    return Map.of("bootstrap.servers", broker.bootstrap());
  }

  /** A list with a subject per letter and one rule that never changes. */
  private Watchlist list(String... letters) throws IOException {
    StringBuilder text =
        new StringBuilder(
            "rules: [{id: any, on: {all: true}, when: {threshold: {window: 5m, measure: articles, atLeast: 5}}}]\nsubjects:\n");
    for (String letter : letters) {
      text.append("  - {id: place/")
          .append(letter)
          .append(", name: ")
          .append(letter)
          .append(", aliases: [")
          .append(letter)
          .append("]}\n");
    }
    return WatchlistFolder.read(Files.writeString(folder.resolve("list.yaml"), text));
  }

  private Watchlist readList(String... letters) {
    try {
      return list(letters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> ids(Watchlist watchlist) {
    return watchlist.subjects().stream().map(Subject::id).toList();
  }

  private static Clock fixed(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }
}
