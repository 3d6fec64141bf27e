package io.tocsin.ingest.feed;

import io.tocsin.ingest.ArticlePublisher;
import io.tocsin.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;

/**
 * Clients for {@code news.feeds}, where the state of every feed lies.
 *
 * @param client properties of every Kafka client, with {@code bootstrap.servers}
 * @param name full name of the topic
 * @param application name of the application; its instances share the feeds
 */
record FeedTopic(Map<String, String> client, String name, String application) {
  FeedTopic {
    client = Map.copyOf(client);
  }

  static FeedTopic of(Map<String, String> client, String prefix, String application) {
    return new FeedTopic(client, Topics.FEEDS.name(prefix), application);
  }

  /** The partition of a feed, the same for every instance. */
  static int partition(String feed, int partitions) {
    byte[] key = feed.getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(key)) % partitions;
  }

  /** A reader of everything, in no group. */
  Consumer<String, byte[]> reader() {
    return consumer(application + "-feeds-reader", Map.of());
  }

  /** A member of the group that shares the partitions. */
  Consumer<String, byte[]> member() {
    return consumer(
        application + "-feeds",
        Map.of(
            ConsumerConfig.GROUP_ID_CONFIG,
            application + "-feeds",
            ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
            CooperativeStickyAssignor.class.getName()));
  }

  /** A writer of states. */
  Producer<byte[], byte[]> writer() {
    String server = client.getOrDefault("bootstrap.servers", "");
    return new KafkaProducer<>(
        ArticlePublisher.config(server, application + "-feeds-writer", client),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private Consumer<String, byte[]> consumer(String clientId, Map<String, String> more) {
    Map<String, Object> config = new HashMap<>(client);
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.putAll(more);
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
