package io.tocsin.runtime;

import io.tocsin.wire.Topics;
import io.tocsin.wire.watchlist.WatchlistState;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Clients for {@code news.watchlist}, and its whole content at one moment. */
final class WatchlistTopic {
  private static final Logger logger = LoggerFactory.getLogger(WatchlistTopic.class);
  private static final int ANSWER_MILLIS = 15_000;
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration VISIBLE_POLL = Duration.ofMillis(50);
  private static final Duration VISIBLE_LIMIT = Duration.ofSeconds(10);
  private static final Duration READ_LIMIT = Duration.ofSeconds(60);

  private final Map<String, String> client;
  private final TopicPartition partition;

  /**
   * The topic of a cluster.
   *
   * @param client properties of every Kafka client, with {@code bootstrap.servers}
   * @param prefix of topic names, such as {@code news.}
   */
  WatchlistTopic(Map<String, String> client, String prefix) {
    this.client = Map.copyOf(client);
    this.partition = new TopicPartition(Topics.WATCHLIST.name(prefix), 0);
  }

  String name() {
    return partition.topic();
  }

  TopicPartition partition() {
    return partition;
  }

  /**
   * A reader of committed records, assigned by hand: it belongs to no group, and every instance
   * reads everything.
   */
  Consumer<String, byte[]> consumer(String clientId) {
    Map<String, Object> config = new HashMap<>(client);
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
    config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS - 5_000);
    return new KafkaConsumer<>(
        config, Topics.WATCHLIST.key().deserializer(), Topics.WATCHLIST.value().deserializer());
  }

  /** A writer of transactions; the next one with the same id shuts it out. */
  Producer<String, byte[]> producer(String transactionalId) {
    Map<String, Object> config = new HashMap<>(client);
    config.put(ProducerConfig.CLIENT_ID_CONFIG, transactionalId);
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ANSWER_MILLIS);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS - 5_000);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * ANSWER_MILLIS);
    config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 4 * ANSWER_MILLIS);
    return new KafkaProducer<>(
        config, Topics.WATCHLIST.key().serializer(), Topics.WATCHLIST.value().serializer());
  }

  /**
   * Makes sure that the topic is there and has the one partition on which its order stands.
   *
   * @throws Stop when not, or when no broker answers
   */
  void check(Consumer<String, byte[]> consumer) {
    List<PartitionInfo> partitions = partitions(consumer);
    if (partitions == null || partitions.isEmpty()) {
      throw new Stop(
          ExitCode.TOPICS_WRONG,
          "the topic "
              + name()
              + " does not exist"
              + at()
              + "; create it with: tocsin topics apply");
    }
    if (partitions.size() != 1) {
      throw new Stop(
          ExitCode.TOPICS_WRONG,
          "the topic "
              + name()
              + " has "
              + partitions.size()
              + " partitions"
              + at()
              + " but its order needs exactly one; delete it and create it with: tocsin topics apply");
    }
  }

  private List<PartitionInfo> partitions(Consumer<String, byte[]> consumer) {
    try {
      return consumer.partitionsFor(name());
    } catch (UnknownTopicOrPartitionException e) {
      return List.of();
    } catch (TimeoutException e) {
      throw unreachable(e);
    }
  }

  /**
   * What all committed records add up to now.
   *
   * @throws Stop when the topic is missing or wrong, or no broker answers
   */
  WatchlistState read(String clientId) {
    WatchlistState state = new WatchlistState();
    try (Consumer<String, byte[]> consumer = consumer(clientId)) {
      check(consumer);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      long begun = System.nanoTime();
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          state.add(record.key(), record.value());
        }
        if (System.nanoTime() - begun > READ_LIMIT.toNanos()) {
          throw new Stop(
              ExitCode.BROKER_UNREACHABLE,
              name()
                  + " could not be read to its end within "
                  + READ_LIMIT.toSeconds()
                  + " s"
                  + at());
        }
      }
    } catch (KafkaException e) {
      throw unreachable(e);
    }
    return state;
  }

  /**
   * Waits until readers of committed records can see an offset: a commit returns a moment before
   * that, and whoever applied and then looks must not find the version of before.
   */
  void awaitVisible(String clientId, long offset) {
    try (Consumer<String, byte[]> consumer = consumer(clientId)) {
      consumer.assign(List.of(partition));
      consumer.seekToEnd(List.of(partition));
      long begun = System.nanoTime();
      while (consumer.position(partition) <= offset
          && System.nanoTime() - begun < VISIBLE_LIMIT.toNanos()) {
        consumer.poll(VISIBLE_POLL);
      }
    } catch (KafkaException e) {
      logger.warn("{} was written, but could not be read back: {}", name(), e.getMessage());
    }
  }

  Stop unreachable(KafkaException e) {
    return new Stop(
        ExitCode.BROKER_UNREACHABLE,
        "Kafka does not answer"
            + at()
            + ": "
            + e.getMessage()
            + "; is the service or the cluster running?",
        e);
  }

  private String at() {
    return " at " + client.getOrDefault("bootstrap.servers", "an address that was not given");
  }
}
