package io.tocsin.runtime;

import static org.apache.kafka.streams.StreamsConfig.mainConsumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.producerPrefix;

import io.tocsin.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** What Kafka Streams is told, apart from the topology. */
final class StreamsProperties {

  private StreamsProperties() {}

  /**
   * The properties of one instance.
   *
   * @param settings the settings
   * @param cluster where to connect
   * @param state folder of the stores, of this process alone
   * @param brokers how many the cluster has; inner topics get as many copies, at most three
   */
  static Properties of(Settings settings, Cluster cluster, Path state, int brokers) {
    Settings.Streams streams = settings.streams();
    Properties properties = new Properties();
    properties.putAll(cluster.clients());
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, streams.applicationId());
    // A random one would make new series of every metric at every restart.
    properties.put(StreamsConfig.CLIENT_ID_CONFIG, streams.applicationId());
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, streams.guarantee());
    properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, streams.commitInterval().toMillis());
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, streams.threads());
    properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, streams.standbys());
    properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, Math.min(3, brokers));
    properties.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
    properties.put(StreamsConfig.METRICS_RECORDING_LEVEL_CONFIG, "INFO");
    properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StateMemory.class);
    // Above a rollout's length, so that an instance that comes back finds its stores.
    properties.put(StreamsConfig.STATE_CLEANUP_DELAY_MS_CONFIG, Duration.ofHours(1).toMillis());
    // Every store and inner topic has a name of ours, or a change of the topology would orphan it.
    properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    // By name: its constant is deprecated from birth, and without it Kafka warns at every start.
    properties.put("processing.exception.handler.global.enabled", true);
    consumers(properties);
    producers(properties);
    return properties;
  }

  private static void consumers(Properties properties) {
    // How long a killed instance keeps its partitions; the broker allows no less by default.
    properties.put(mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6_000);
    properties.put(mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 2_000);
    properties.put(mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 1_000);
    properties.put(mainConsumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
  }

  private static void producers(Properties properties) {
    // How long a killed instance's open transaction hides what follows it.
    properties.put(producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 10_000);
    properties.put(producerPrefix(ProducerConfig.ACKS_CONFIG), "all");
    properties.put(producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    properties.put(producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 10);
    // A tagged article carries its article and all its tags; the broker measures it compressed.
    properties.put(producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), 10 << 20);
  }
}
