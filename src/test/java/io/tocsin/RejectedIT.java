package io.tocsin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.fixtures.Publishing;
import io.tocsin.fixtures.Requests;
import io.tocsin.fixtures.RunningService;
import io.tocsin.guarantees.Guarantees;
import io.tocsin.model.TaggedArticle;
import io.tocsin.wire.Headers;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Poison in; listed over the command line and HTTP; sent again. */
@Timeout(120)
class RejectedIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String JSON = "application/json";

  @TempDir private static Path folder;
  private static RunningService service;
  private String out = "";

  @BeforeAll
  static void start() {
    service = RunningService.start(folder);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void poisonIsListedAndWhatIsRefusedAgainIsCountedAndNamesItsFirst() {
    // Given
    String poison = "{\"title\": \"\u001b[31mred";
    String book = "[\"" + "x".repeat(100_000) + "\"]";
    try (Publishing foreign = new Publishing(service.bootstrap(), service.prefix())) {
      foreign.publishRaw(List.of(poison.getBytes(UTF_8), book.getBytes(UTF_8)));
    }
    await().atMost(SOON).until(() -> records("").size() >= 2);
    long before = metric("malformed_json") + metric("not_an_object");

    // When
    JsonNode first = records("?reason=malformed_json").get(0);
    JsonNode cut = records("?reason=not_an_object").get(0);
    int listed = run("list", "--reason", "malformed_json", "--json");
    String list = out;
    int shown = run("show", first.at("/place").asText());
    String show = out;
    int replayed = run("replay", first.at("/place").asText(), cut.at("/place").asText());

    // Then
    assertThat(first.at("/text").asText()).isEqualTo("{\"title\": \"\uFFFD[31mred");
    assertThat(cut.at("/bytes").asLong()).isEqualTo(book.length());
    assertThat(cut.at("/kept").asInt()).isEqualTo(64 * 1024);
    assertThat(listed).isZero();
    assertThat(list).contains("\"reason\":\"malformed_json\"").doesNotContain("\u001b");
    assertThat(shown).isZero();
    assertThat(show).contains("malformed_json", "{\"title\": \"").doesNotContain("\u001b");
    assertThat(replayed).isZero();
    assertThat(out).endsWith("2 sent" + System.lineSeparator());
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(records("").findValuesAsText("replayOf"))
                    .contains(first.at("/place").asText(), cut.at("/place").asText()));
    assertThat(records("?reason=not_an_object").get(0).at("/bytes").asLong())
        .as("the whole original was sent, not what was kept of it")
        .isEqualTo(book.length());
    assertThat(metric("malformed_json") + metric("not_an_object")).isEqualTo(before + 2);
    run("replay", "--all", "--dry-run", "--reason", "malformed_json");
    assertThat(out).contains(first.at("/place").asText() + " would be sent", "refused again");
    Guarantees.awaitHold(service.bootstrap(), service.prefix());
  }

  @Test
  void whatAnEarlierVersionStumbledOnIsTaggedAfterAReplay() throws Exception {
    // Given
    String article =
        """
        {"id":"stumbled","title":"Found at last","body":"Nothing of note.","language":"en",\
        "publishedAt":"2024-03-04T21:00:00Z"}""";
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", service.bootstrap()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      ProducerRecord<byte[], byte[]> failed =
          new ProducerRecord<>(service.prefix() + "rejected", article.getBytes(UTF_8));
      failed.headers().add(Headers.REASON, "processing_failed".getBytes(UTF_8));
      producer.send(failed).get();
    }
    JsonNode record =
        await()
            .atMost(SOON)
            .until(() -> records("?reason=processing_failed"), all -> !all.isEmpty())
            .get(0);

    // When
    HttpResponse<String> answer =
        Requests.post(
            service.url("/api/v1/rejected/" + record.at("/place").asText() + "/replay"),
            JSON,
            "{}");

    // Then
    assertThat(answer.statusCode()).isEqualTo(202);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(service.results().tagged())
                    .extracting(TaggedArticle::id)
                    .contains("stumbled"));
  }

  private static JsonNode records(String query) {
    return Requests.json(Requests.get(service.url("/api/v1/rejected" + query))).path("records");
  }

  private static long metric(String reason) {
    return Requests.metric(
        service.url("/metrics"), "tocsin_records_rejected_total{reason=\"" + reason + "\"}");
  }

  private int run(String... arguments) {
    StringWriter written = new StringWriter();
    String[] all = new String[arguments.length + 2];
    all[0] = "rejected";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[all.length - 1] = "--set=data.folder=" + folder;
    int exitCode = App.commandLine().setOut(new PrintWriter(written)).execute(all);
    out = written.toString();
    return exitCode;
  }
}
