package io.tocsin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.deliver.Receiver;
import io.tocsin.fixtures.Meeting;
import io.tocsin.fixtures.Requests;
import io.tocsin.fixtures.RunningService;
import io.tocsin.model.Delivery;
import io.tocsin.wire.Json;
import io.tocsin.wire.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** An article goes in at one end and a signed request comes out at the other, over restarts. */
@Timeout(180)
class DeliveryIT {
  private static final Duration SOON = Duration.ofSeconds(40);
  private static final String SECRET = "a canary that nobody may see: 4f1c9d7e";

  @TempDir private Path folder;
  private Receiver steady;
  private Receiver shaky;

  @BeforeEach
  void open() {
    steady = new Receiver();
    shaky = new Receiver();
  }

  @AfterEach
  void close() {
    steady.close();
    shaky.close();
  }

  @Test
  void anAlertArrivesOnceSignedAndARestartLosesNothing() throws Exception {
    // Given
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    logged.start();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(logged);
    shaky.answerWith(500, "not today: " + SECRET);
    String alert;
    try (RunningService service = start()) {
      Requests.post(service.url("/api/v1/articles"), "application/json", Meeting.ARTICLE);
      await().atMost(SOON).until(() -> results(service, "shaky").size() == 1);
      await().atMost(SOON).until(() -> results(service, "steady").size() == 1);
      alert = service.results().alerts().get(0).id();
      assertThat(shaky.got()).hasSize(1);
    }
    shaky.answerWith(200, "");

    // When
    try (RunningService again = start()) {
      await().atMost(SOON).until(() -> results(again, "shaky").size() == 2);

      // Then
      assertThat(results(again, "shaky"))
          .extracting(Delivery::result, Delivery::attempt, Delivery::status)
          .containsExactly(
              tuple(Delivery.Result.RETRY, 1, 500), tuple(Delivery.Result.DELIVERED, 2, 200));
      assertThat(results(again, "steady"))
          .extracting(Delivery::result)
          .containsExactly(Delivery.Result.DELIVERED);
      assertThat(results(again, "shaky").toString())
          .contains("not today: ***")
          .doesNotContain("canary", "hook-path");
      await().atMost(SOON).until(() -> attempts(again, alert).at("/deliveries").size() == 3);
      assertThat(attempts(again, alert).findValuesAsText("target")).containsOnly("127.0.0.1");
      assertThat(scrape(again))
          .contains("tocsin_deliveries_total{result=\"delivered\",sink=\"shaky\"} 1.0")
          .doesNotContain("canary", "/hook-path");
      assertThat(Requests.get(again.url("/healthz?verbose")).body())
          .contains("sink steady", "delivering, 0 waiting");
    }
    root.detachAppender(logged);
    assertThat(List.copyOf(logged.list))
        .isNotEmpty()
        .extracting(ILoggingEvent::getFormattedMessage)
        .noneMatch(line -> line.contains("canary") || line.contains("hook-path"));
    assertThat(steady.got()).as("the first sink, over both runs").hasSize(1);
    assertThat(shaky.got())
        .extracting(got -> got.headers().get("webhook-id"))
        .containsExactly(alert + ".1", alert + ".1");
    assertSigned(steady.last());
    assertSigned(shaky.last());
    JsonNode body = Json.MAPPER.readTree(steady.last().body());
    assertThat(body.at("/type").asText()).isEqualTo("alert.opened");
    assertThat(body.at("/data/id").asText()).isEqualTo(alert);
    assertThat(body.at("/data/evidence/0/snippet").asText()).contains(Meeting.SENTENCE);
  }

  private RunningService start() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), SECRET + "\n");
    Path sinks =
        Files.writeString(
            folder.resolve("sinks.yaml"),
            """
            allow: {hosts: [127.0.0.1], ports: [%d, %d]}
            sinks:
              - {id: steady, type: webhook, url: "%s", secret: {file: %s}}
              - {id: shaky, type: webhook, url: "%s", secret: {file: %s}}
            """
                .formatted(
                    steady.port(),
                    shaky.port(),
                    steady.url("/hook-path"),
                    secret,
                    shaky.url("/hook-path"),
                    secret));
    return RunningService.start(
        folder.resolve("data"), "watchlist.lead=200ms", "deliver.sinks=" + sinks);
  }

  private static void assertSigned(Receiver.Got got) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
    String signed =
        got.headers().get("webhook-id")
            + "."
            + got.headers().get("webhook-timestamp")
            + "."
            + got.body();
    assertThat(got.headers().get("webhook-signature"))
        .isEqualTo("v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8))));
  }

  private static JsonNode attempts(RunningService service, String alert) {
    return Requests.json(Requests.get(service.url("/api/v1/deliveries?alert=" + alert)));
  }

  private static String scrape(RunningService service) {
    return Requests.get(service.url("/metrics")).body();
  }

  private static List<Delivery> results(RunningService service, String sink) {
    String topic = Topics.DELIVERIES.name(service.prefix());
    List<Delivery> results = new ArrayList<>();
    try (Consumer<String, Delivery> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", service.bootstrap(), "fetch.max.wait.ms", 10),
            new StringDeserializer(),
            Topics.DELIVERIES.value().deserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(
                record -> {
                  if (record.key().endsWith("/" + sink)) {
                    results.add(record.value());
                  }
                });
      }
    }
    return results;
  }
}
