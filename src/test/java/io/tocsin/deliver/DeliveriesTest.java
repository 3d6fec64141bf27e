package io.tocsin.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.deliver.config.Grouping;
import io.tocsin.deliver.config.Route;
import io.tocsin.deliver.config.SinkSpec;
import io.tocsin.deliver.config.Sinks;
import io.tocsin.deliver.config.Target;
import io.tocsin.fixtures.BrokerExtension;
import io.tocsin.metrics.Meters;
import io.tocsin.model.Alert;
import io.tocsin.outbound.OutboundPolicy;
import io.tocsin.runtime.Cluster;
import io.tocsin.runtime.TopicAdmin;
import io.tocsin.settings.Secret;
import io.tocsin.wire.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sinks over a real cluster: shared among instances, and each on its own. */
@Timeout(120)
class DeliveriesTest {
  private static final Duration SOON = Duration.ofSeconds(40);
  private static final Secret SECRET = new Secret("a secret that is long enough");

  @RegisterExtension static final BrokerExtension BROKER = new BrokerExtension();

  private final Receiver receiver = new Receiver();
  private final Receiver stuck = new Receiver();
  private final CountDownLatch done = new CountDownLatch(1);
  private final Meters meters = new Meters("test");
  private String prefix;

  @BeforeEach
  void topics() {
    prefix = BROKER.freshPrefix();
    TopicAdmin.on(new Cluster(BROKER.bootstrap(), prefix, Map.of()), TopicAdmin::apply);
  }

  @AfterEach
  void close() {
    done.countDown();
    receiver.close();
    stuck.close();
    meters.close();
  }

  @Test
  void instancesShareTheAlertsOfASinkOutAndTakeOverFromEachOther() {
    // Given
    try (Deliveries one = deliveries(Clock.systemUTC(), sink("desk", receiver))) {
      one.start();
      try (Deliveries two = deliveries(Clock.systemUTC(), sink("desk", receiver))) {
        two.start();

        // When
        tell(Stream.iterate(0, i -> i + 1).limit(40).map(i -> "first-" + i).toList());

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(ids()).hasSize(40));
      }

      // When
      tell(Stream.iterate(0, i -> i + 1).limit(20).map(i -> "second-" + i).toList());

      // Then
      await().atMost(SOON).untilAsserted(() -> assertThat(ids()).hasSize(60));
      await().atMost(SOON).untilAsserted(() -> assertThat(one.attempts("second-7", 10)).hasSize(1));
    }
    assertThat(ids()).doesNotHaveDuplicates();
  }

  @Test
  void aSinkThatHangsDelaysNoOther() {
    // Given
    stuck.behave(
        exchange -> {
          try {
            done.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    try (Deliveries deliveries =
        deliveries(Clock.systemUTC(), sink("stuck", stuck), sink("desk", receiver))) {
      deliveries.start();

      // When
      tell(Stream.iterate(0, i -> i + 1).limit(20).map(i -> "alert-" + i).toList());

      // Then
      await().atMost(SOON).untilAsserted(() -> assertThat(ids()).hasSize(20));
      assertThat(deliveries.states().get("desk")).startsWith("delivering");
      done.countDown();
    }
  }

  @Test
  void aNewSinkIsNotToldOfThePast() {
    // Given
    tell(List.of("past"));
    Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10));
    try (Deliveries deliveries = deliveries(later, sink("desk", receiver))) {
      deliveries.start();
      await().atMost(SOON).until(() -> deliveries.states().toString().contains("desk=delivering"));

      // When
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> {
                tell(List.of("present"));
                assertThat(ids()).isNotEmpty();
              });
    }

    // Then
    assertThat(ids()).containsOnly("present.1");
  }

  private List<String> ids() {
    return receiver.got().stream().map(got -> got.headers().get("webhook-id")).toList();
  }

  private Deliveries deliveries(Clock clock, SinkSpec... sinks) {
    OutboundPolicy policy =
        new OutboundPolicy(Set.of("127.0.0.1"), Set.of(receiver.port(), stuck.port()));
    return new Deliveries(
        new Sinks(policy, List.of(sinks)),
        new Deliveries.Source(
            Map.of("bootstrap.servers", BROKER.bootstrap()), prefix, prefix + "app"),
        meters.deliveries(),
        clock);
  }

  private static SinkSpec sink(String id, Receiver to) {
    return new SinkSpec(
        id,
        new Target.Webhook(new Secret(to.url("/hook")), SECRET),
        Route.ALL,
        Grouping.ALONE,
        Duration.ZERO,
        null);
  }

  private void tell(List<String> ids) {
    try (Producer<String, Alert> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                BROKER.bootstrap(),
                "max.in.flight.requests.per.connection",
                1),
            Topics.ALERTS.key().serializer(),
            Topics.ALERTS.value().serializer())) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (String id : ids) {
        sent.add(
            producer.send(
                new ProducerRecord<>(Topics.ALERTS.name(prefix), id, AlertMaker.opened(id))));
      }
      producer.flush();
      assertThat(sent).allSatisfy(one -> assertThat(one.get()).isNotNull());
    }
  }
}
