package io.tocsin.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.fixtures.BrokerExtension;
import io.tocsin.fixtures.NewsMaker;
import io.tocsin.fixtures.Publishing;
import io.tocsin.guarantees.Guarantees;
import io.tocsin.guarantees.Results;
import io.tocsin.runtime.Cluster;
import io.tocsin.runtime.TopicAdmin;
import io.tocsin.wire.watchlist.WatchlistFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packed flow, stopped twice on its way, against the naive one on the same news with its
 * repeats, corrections and disorder: the same counts record for record, the same alerts, and a
 * fraction of the records between them. Kills are the matter of {@code KillIT}.
 */
@Timeout(240)
class PackingIT {
  @RegisterExtension static final BrokerExtension broker = new BrokerExtension();

  private static final List<NewsMaker.Published> NEWS = NewsMaker.records(5, 3_000);

  @TempDir private Path folder;
  private final String packedPrefix = broker.freshPrefix();
  private final String naivePrefix = broker.freshPrefix();

  @Test
  void packedAndRestartedAgreesWithNaiveRecordForRecord() throws Exception {
    // Given
    CompiledWatchlist watchlist =
        CompiledWatchlist.of(WatchlistFolder.read(NewsMaker.watchlist(folder.resolve("list"))));
    Watchlists watchlists = receivedAt -> watchlist;
    Topology naive = NaiveTopology.build(settings(naivePrefix), watchlists, FlowMeter.NONE);
    publish(naivePrefix, NEWS);
    Results expected = runToTheEnd(naive, naivePrefix);

    // When
    publish(packedPrefix, NEWS.subList(0, 1_000));
    stopInTheMiddle(watchlists);
    publish(packedPrefix, NEWS.subList(1_000, 2_000));
    stopInTheMiddle(watchlists);
    publish(packedPrefix, NEWS.subList(2_000, 3_000));
    Results packed = runToTheEnd(packed(watchlists), packedPrefix);

    // Then
    assertThat(packed.finalCounts()).isEqualTo(expected.finalCounts());
    assertThat(packed.alertIds()).isEqualTo(expected.alertIds()).isNotEmpty();
    assertThat(packed.counts()).hasSizeLessThanOrEqualTo(expected.counts().size());
    assertThat(repartitioned(packedPrefix)).isLessThan(repartitioned(naivePrefix) / 2);
  }

  private Topology packed(Watchlists watchlists) {
    return NewsTopology.build(settings(packedPrefix), watchlists, FlowMeter.NONE);
  }

  private void publish(String prefix, List<NewsMaker.Published> news) {
    TopicAdmin.on(new Cluster(broker.bootstrap(), prefix, Map.of()), TopicAdmin::apply);
    try (Publishing producer = new Publishing(broker.bootstrap(), prefix)) {
      producer.publish(news);
    }
  }

  private void stopInTheMiddle(Watchlists watchlists) {
    int before = Results.read(broker.bootstrap(), packedPrefix).tagged().size();
    try (KafkaStreams streams = new KafkaStreams(packed(watchlists), properties(packedPrefix))) {
      streams.start();
      await("some articles are tagged")
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> Results.read(broker.bootstrap(), packedPrefix).tagged().size() > before + 50);
    }
  }

  private Results runToTheEnd(Topology topology, String prefix) {
    try (KafkaStreams streams = new KafkaStreams(topology, properties(prefix))) {
      streams.start();
      return Guarantees.awaitHold(broker.bootstrap(), prefix);
    }
  }

  /** How many records ever stood on the topic of mentions, marks of commits included. */
  private static long repartitioned(String prefix) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      long sum = 0;
      for (int partition = 0; partition < 4; partition++) {
        TopicPartition at =
            new TopicPartition(prefix + "app-" + Names.MENTIONS + "-repartition", partition);
        sum +=
            admin.listOffsets(Map.of(at, OffsetSpec.latest())).partitionResult(at).get().offset();
      }
      return sum;
    }
  }

  private static FlowSettings settings(String prefix) {
    FlowSettings usual = FlowBench.settings();
    return new FlowSettings(
        prefix,
        usual.ahead(),
        usual.grace(),
        usual.maxBytes(),
        usual.duplicateWindow(),
        usual.retention(),
        usual.languages(),
        usual.names());
  }

  private Properties properties(String prefix) {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, prefix + "app");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrap());
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 200);
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve(prefix).toString());
    properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    properties.put("processing.exception.handler.global.enabled", true);
    properties.put(StreamsConfig.mainConsumerPrefix("auto.offset.reset"), "earliest");
    // A stopped instance does not leave its group, so its partitions wait for as long as this.
    properties.put(StreamsConfig.mainConsumerPrefix("session.timeout.ms"), 6_000);
    properties.put(StreamsConfig.mainConsumerPrefix("heartbeat.interval.ms"), 2_000);
    return properties;
  }
}
