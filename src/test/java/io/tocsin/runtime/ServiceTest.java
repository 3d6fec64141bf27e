package io.tocsin.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tocsin.settings.Settings;
import io.tocsin.settings.SettingsLoader;
import io.tocsin.topology.FlowMeter;
import io.tocsin.topology.Watchlists;
import io.tocsin.wire.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service with a topology of two nodes: what starts, what ends, and in which order. */
class ServiceTest {

  private static final String PREFIX = "service.";

  @TempDir private Path data;
  private final List<String> order = Collections.synchronizedList(new ArrayList<>());

  @Test
  void articlesFlowUntilTheServiceIsClosedAndGoOnAfterARestart() {
    for (String round : List.of("first", "second")) {
      // Given
      try (Service service = new Service(settings(List.of()), new Handing())) {
        service.start();
        await().atMost(Duration.ofSeconds(30)).until(() -> service.health().ready());

        // When
        publish(bootstrap(), round);

        // Then
        await().atMost(Duration.ofSeconds(30)).until(() -> rejected(bootstrap()).contains(round));
        assertThat(service.health().live()).isTrue();
      }
    }
    assertThat(order)
        .containsExactly(
            "follow",
            "serve",
            "web closed",
            "watchlist closed",
            "follow",
            "serve",
            "web closed",
            "watchlist closed");
  }

  @Test
  void closeEndsTheWaitWithinFiveSeconds() {
    // Given
    Service service = new Service(settings(List.of()), new Handing());
    service.start();
    CompletableFuture<ExitCode> ending = CompletableFuture.supplyAsync(service::await);
    long started = System.nanoTime();

    // When
    service.close();

    // Then
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
    assertThat(ending).succeedsWithin(Duration.ofSeconds(1)).isEqualTo(ExitCode.OK);
  }

  @Test
  void failureOfTheStreamEndsTheServiceWithItsCode() {
    try (Service service = new Service(settings(List.of()), new Failing())) {
      // Given
      service.start();
      await().atMost(Duration.ofSeconds(30)).until(() -> service.health().ready());
      CompletableFuture<ExitCode> ending = CompletableFuture.supplyAsync(service::await);

      // When
      publish(bootstrap(), "poison");

      // Then
      assertThat(ending).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(ExitCode.STREAM_FAILED);
      assertThat(service.health().live()).isFalse();
      assertThat(service.health().ready()).isFalse();
      assertThat(service.health().details()).containsKey("failed");
    }
  }

  @Test
  void closeEndsAStartThatWaitsForACluster() {
    // Given
    Settings nowhere = settings(List.of("kafka.bootstrap.servers=127.0.0.1:1"));
    Service service = new Service(nowhere, new Handing());
    CompletableFuture<Void> starting = CompletableFuture.runAsync(service::start);
    await().until(() -> "connecting".equals(service.health().details().get("broker")));

    // When
    service.close();

    // Then
    assertThat(starting)
        .failsWithin(Duration.ofSeconds(5))
        .withThrowableThat()
        .withCauseInstanceOf(Stop.class);
    assertThat(service.health().ready()).isFalse();
    assertThat(service.health().live()).isTrue();
  }

  @Test
  void externalClusterWithoutTopicsIsRefusedWithTheCommandThatMakesThem() {
    try (DataFolder folder = DataFolder.open(data.resolve("other"));
        EmbeddedBroker external = EmbeddedBroker.start(folder, 0);
        Service service =
            new Service(
                settings(List.of("kafka.bootstrap.servers=" + external.bootstrap())),
                new Handing())) {
      assertThatThrownBy(service::start)
          .isInstanceOf(Stop.class)
          .hasMessageContaining("tocsin topics apply");
    }
  }

  private Settings settings(List<String> more) {
    List<String> assignments = new ArrayList<>(more);
    assignments.add("data.folder=" + data);
    assignments.add("kafka.topic.prefix=" + PREFIX);
    return SettingsLoader.load(null, Map.of(), assignments).settings();
  }

  private String bootstrap() {
    return DataFolder.announced(data).orElseThrow();
  }

  private static void publish(String bootstrap, String value) {
    Map<String, Object> properties = Map.of("bootstrap.servers", bootstrap);
    try (var producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      var sent =
          producer.send(new ProducerRecord<>(Topics.ARTICLES.name(PREFIX), value.getBytes(UTF_8)));
      producer.flush();
      assertThat(sent).isDone();
    }
  }

  private static List<String> rejected(String bootstrap) {
    Map<String, Object> properties =
        new HashMap<>(Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"));
    List<String> values = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(Topics.REJECTED.name(PREFIX), 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      consumer
          .poll(Duration.ofMillis(500))
          .forEach(record -> values.add(new String(record.value(), UTF_8)));
    }
    return values;
  }

  /** Hands every article on to another topic. */
  private class Handing implements Parts {

    @Override
    public Followed follow(Cluster cluster) {
      order.add("follow");
      return new Followed(
          instant -> {
            throw new IllegalStateException("this topology asks for no watchlist");
          },
          () -> order.add("watchlist closed"));
    }

    @Override
    public FlowMeter meter() {
      return FlowMeter.NONE;
    }

    @Override
    public Topology topology(Settings settings, Watchlists watchlists) {
      StreamsBuilder builder = new StreamsBuilder();
      builder.stream(
              Topics.ARTICLES.name(PREFIX),
              Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("read"))
          .mapValues(this::hand, Named.as("hand"))
          .to(
              Topics.REJECTED.name(PREFIX),
              Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("write"));
      return builder.build();
    }

    byte[] hand(byte[] value) {
      return value;
    }

    @Override
    public AutoCloseable serve(Running running) {
      order.add("serve");
      return () -> order.add("web closed");
    }
  }

  /** Fails on every article. */
  private final class Failing extends Handing {

    @Override
    byte[] hand(byte[] value) {
      throw new IllegalStateException("poison");
    }
  }
}
