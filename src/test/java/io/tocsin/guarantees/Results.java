package io.tocsin.guarantees;

import io.tocsin.model.Alert;
import io.tocsin.model.SubjectCount;
import io.tocsin.model.TaggedArticle;
import io.tocsin.wire.Topic;
import io.tocsin.wire.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Everything that stands committed on the topics after a run, each partition in its order.
 *
 * @param articles as they were published
 * @param rejected with origin and reason in their headers
 * @param tagged one per version of an article
 * @param counts one per change of a pane
 * @param alerts one per change of state
 */
public record Results(
    List<ConsumerRecord<byte[], byte[]>> articles,
    List<ConsumerRecord<byte[], byte[]>> rejected,
    List<TaggedArticle> tagged,
    List<SubjectCount> counts,
    List<Alert> alerts) {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** Copies the lists. */
  public Results {
    articles = List.copyOf(articles);
    rejected = List.copyOf(rejected);
    tagged = List.copyOf(tagged);
    counts = List.copyOf(counts);
    alerts = List.copyOf(alerts);
  }

  /**
   * Reads all topics of the house from their beginning to their end.
   *
   * @throws AssertionError when that takes longer than 30 s
   */
  public static Results read(String bootstrap, String prefix) {
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrap,
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false,
                // A fetch that waits for news holds up the next question on the same connection.
                "fetch.max.wait.ms",
                10),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      return new Results(
          raw(consumer, Topics.ARTICLES, prefix),
          raw(consumer, Topics.REJECTED, prefix),
          values(consumer, Topics.TAGGED, prefix),
          values(consumer, Topics.COUNTS, prefix),
          values(consumer, Topics.ALERTS, prefix));
    }
  }

  /** Ids of all alerts that were ever opened. */
  public Set<String> alertIds() {
    Set<String> ids = new TreeSet<>();
    alerts.forEach(alert -> ids.add(alert.id()));
    return ids;
  }

  /** The last count of each subject and pane, by {@code subject@start}. */
  public Map<String, SubjectCount> finalCounts() {
    Map<String, SubjectCount> last = new TreeMap<>();
    counts.forEach(count -> last.put(count.subject().id() + "@" + count.start(), count));
    return last;
  }

  private static <V> List<V> values(
      Consumer<byte[], byte[]> consumer, Topic<?, V> topic, String prefix) {
    List<V> values = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : raw(consumer, topic, prefix)) {
      values.add(topic.value().deserializer().deserialize(record.topic(), record.value()));
    }
    return values;
  }

  private static List<ConsumerRecord<byte[], byte[]>> raw(
      Consumer<byte[], byte[]> consumer, Topic<?, ?> topic, String prefix) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.name(prefix)).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!ends.isEmpty()) {
      consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
      if (System.nanoTime() > deadline) {
        throw new AssertionError(topic.name(prefix) + " was not read to its end: " + ends);
      }
    }
    return records;
  }
}
