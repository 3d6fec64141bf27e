package io.tocsin.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tocsin.model.Alert;
import io.tocsin.model.SubjectRef;
import io.tocsin.wire.Json;
import io.tocsin.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** The feed against Kafka's own in-memory consumer. */
class LiveFeedTest {
  private static final SubjectRef PORT = SubjectRef.of("place/port-sarn", "Port Sarn");
  private static final TopicPartition TAGGED = new TopicPartition(Topics.TAGGED.name("news."), 0);
  private static final TopicPartition COUNTS = new TopicPartition(Topics.COUNTS.name("news."), 0);
  private static final TopicPartition ALERTS = new TopicPartition(Topics.ALERTS.name("news."), 0);

  private static final Duration PAUSE = Duration.ofMillis(20);

  private final EventHub hub = new EventHub();
  private final LiveView view = new LiveView(hub);

  @Test
  void thePastIsReadFirstAndOnlyTheNewIsTold() {
    Broker broker = new Broker();
    broker.add(TAGGED, 0, LiveViewFixture.article("a1", "Fire", "In Port Sarn", PORT, "Port Sarn"));
    broker.add(COUNTS, 0, LiveViewFixture.count(PORT, LiveViewFixture.NOON, 3));
    broker.add(ALERTS, 0, LiveViewFixture.alert("al1", 1, Alert.State.OPENED, PORT, List.of()));
    String before = hub.cursor();

    try (LiveFeed feed = new LiveFeed(() -> broker, "news.", view, PAUSE)) {
      feed.start();
      await().until(view::caughtUp);
      assertThat(view.articles(5)).extracting(ArticleView::id).containsExactly("a1");
      assertThat(view.top(60, 5).subjects()).hasSize(1);
      assertThat(view.openAlerts()).isEqualTo(1);
      assertThat(hub.cursor()).isEqualTo(before);

      broker.add(
          TAGGED, 1, LiveViewFixture.article("a2", "More", "In Port Sarn", PORT, "Port Sarn"));

      await().until(() -> view.articles(5).size() == 2);
      assertThat(hub.cursor()).isNotEqualTo(before);
    }
    assertThat(broker.closed()).isTrue();
  }

  @Test
  void aRecordThatIsNotOursIsSkipped() {
    Broker broker = new Broker();
    broker.raw(ALERTS, 0, "{\"not\":\"an alert\"}");
    broker.raw(TAGGED, 0, "no JSON");
    broker.raw(COUNTS, 0, "null");
    broker.add(ALERTS, 1, LiveViewFixture.alert("al1", 1, Alert.State.OPENED, PORT, List.of()));

    try (LiveFeed feed = new LiveFeed(() -> broker, "news.", view, PAUSE)) {
      feed.start();

      await().until(() -> view.openAlerts() == 1);
      await().until(view::caughtUp);
    }
  }

  @Test
  void afterAFailureItGoesOnBehindWhatItHasShown() {
    // Given
    Broker first = new Broker();
    first.add(TAGGED, 0, LiveViewFixture.article("a1", "Fire", "In Port Sarn", PORT, "Port Sarn"));
    Broker second = new Broker();
    second.add(TAGGED, 0, LiveViewFixture.article("a1", "Fire", "In Port Sarn", PORT, "Port Sarn"));
    second.add(TAGGED, 1, LiveViewFixture.article("a2", "More", "In Port Sarn", PORT, "Port Sarn"));
    AtomicBoolean away = new AtomicBoolean(true);
    Queue<Broker> brokers = new ConcurrentLinkedQueue<>(List.of(first));
    Supplier<Broker> consumers =
        () -> {
          Broker next = brokers.poll();
          if (next == null && away.get()) {
            throw new KafkaException("nobody answers");
          }
          return next == null ? second : next;
        };

    try (LiveFeed feed = new LiveFeed(consumers, "news.", view, PAUSE)) {
      feed.start();
      await().until(() -> view.caughtUp() && feed.state().equals("reading"));

      // When
      first.setPollException(new KafkaException("the broker went away"));
      await().until(() -> feed.state().equals("retrying: KafkaException: nobody answers"));
      away.set(false);

      // Then
      await().until(() -> view.articles(5).size() == 2);
      await().until(() -> feed.state().equals("reading"));
      assertThat(view.received()).isEqualTo(2);
      assertThat(first.closed()).isTrue();
    }
    assertThat(second.closed()).isTrue();
  }

  @Test
  void itWaitsForTopicsThatAreNotThereYet() {
    Broker broker = new Broker();
    Queue<Broker> brokers = new ConcurrentLinkedQueue<>(List.of(new NoTopics(), broker));
    broker.add(TAGGED, 0, LiveViewFixture.article("a1", "Fire", "In Port Sarn", PORT, "Port Sarn"));

    try (LiveFeed feed = new LiveFeed(brokers::remove, "news.", view, PAUSE)) {
      feed.start();

      await().until(view::caughtUp);
      assertThat(view.articles(5)).hasSize(1);
    }
  }

  /** A cluster where nobody created the topics. */
  private static final class NoTopics extends Broker {
    @Override
    public synchronized List<PartitionInfo> partitionsFor(String topic) {
      return List.of();
    }
  }

  /** Kafka's fake, told of three topics and with a queue of records that each poll takes. */
  private static class Broker extends MockConsumer<byte[], byte[]> {
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final Queue<ConsumerRecord<byte[], byte[]>> waiting = new ConcurrentLinkedQueue<>();

    Broker() {
      super("earliest");
      for (TopicPartition partition : List.of(TAGGED, COUNTS, ALERTS)) {
        ends.put(partition, 0L);
        updatePartitions(
            partition.topic(), List.of(new PartitionInfo(partition.topic(), 0, null, null, null)));
      }
      updateBeginningOffsets(Map.of(TAGGED, 0L, COUNTS, 0L, ALERTS, 0L));
      updateEndOffsets(ends);
    }

    void add(TopicPartition partition, long offset, Object value) {
      try {
        raw(partition, offset, Json.MAPPER.writeValueAsString(value));
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException(e);
      }
    }

    void raw(TopicPartition partition, long offset, String value) {
      ends.put(partition, offset + 1);
      updateEndOffsets(ends);
      waiting.add(
          new ConsumerRecord<>(
              partition.topic(), 0, offset, new byte[0], value.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
      for (var record = waiting.poll(); record != null; record = waiting.poll()) {
        addRecord(record);
      }
      return super.poll(timeout);
    }

    @Override
    public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
        Map<TopicPartition, Long> asked) {
      return Map.of();
    }
  }
}
