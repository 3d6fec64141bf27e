package io.tocsin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.model.Rule;
import io.tocsin.model.Watchlist;
import io.tocsin.wire.watchlist.WatchlistVersion;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.api.Test;

/**
 * The writer over a real broker: only the difference, whole or not at all, and never two at once.
 */
class WatchlistWriterIT extends WatchlistFixture {

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
  void folderWithARuleThatTheServiceCannotJudgeIsRefused() throws Exception {
    // Given
    Files.writeString(
        folder.resolve("rules.yaml"),
        """
        subjects:
          - {id: place/a, name: A town, aliases: [Aria]}
        rules:
          - id: bursts
            on: {all: true}
            when: {spike: {budget: 2/day}}
        """);

    // When, then
    assertThatThrownBy(() -> writer(NOW).applyWhenEmpty(folder))
        .isInstanceOf(Stop.class)
        .hasMessageContaining(
            "rule bursts: a spike's budget is heeded in back-tests of counts only");
    assertThat(state().version()).isZero();
  }

  @Test
  void instancesThatStartTogetherAgreeOnOneFirstVersion() throws Exception {
    // Given
    list("a");
    Callable<Optional<WatchlistVersion>> start = () -> writer(NOW).applyWhenEmpty(folder);
    ExecutorService instances = Executors.newFixedThreadPool(3);

    // When
    List<Future<Optional<WatchlistVersion>>> starts =
        instances.invokeAll(List.of(start, start, start));
    instances.shutdown();

    // Then
    int written = 0;
    for (Future<Optional<WatchlistVersion>> started : starts) {
      written += started.get().isPresent() ? 1 : 0;
    }
    assertThat(written).isEqualTo(1);
    assertThat(state().version()).isEqualTo(1);
  }
}
