package io.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Refusal;
import io.tocsin.wire.ArticleReader;
import io.tocsin.wire.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything of a file is sent or reported, and the summary adds up. */
class PublishRunTest {
  private static final String A = "{\"id\":\"a\",\"title\":\"A\"}";

  private final AtomicLong clock = new AtomicLong();
  private final Heard heard = new Heard();

  @Test
  void articlesCarryTheirKeyAndHeadersAndBrokenLinesGoAsTheyAre() {
    // Given
    Broker broker = new Broker();

    // When
    Summary summary = publish(broker, A + "\n\n{broken\n" + A + "\n");

    // Then
    assertThat(summary)
        .isEqualTo(new Summary(3, 0, 0, 1, 2 * A.length() + 7, Duration.ofNanos(1), true));
    assertThat(summary.exitCode()).isZero();
    assertThat(heard.lines).containsExactly("warned in:3 malformed_json");
    assertThat(heard.moved).isEqualTo(3);
    ProducerRecord<byte[], byte[]> first = broker.history().get(0);
    assertThat(first.topic()).isEqualTo("news.articles");
    assertThat(text(first.key())).isEqualTo("a");
    assertThat(text(first.value())).isEqualTo(A);
    assertThat(headers(first))
        .startsWith("ce_specversion=1.0")
        .endsWith(
            "ce_type=io.tocsin.article", "ce_source=tocsin/test", "content-type=application/json")
        .anyMatch(header -> header.matches("ce_id=[0-9a-f]{32}"));
    ProducerRecord<byte[], byte[]> broken = broker.history().get(1);
    assertThat(broken.key()).isNull();
    assertThat(text(broken.value())).isEqualTo("{broken");
    assertThat(headers(broken)).isEmpty();
    assertThat(headers(broker.history().get(2))).isEqualTo(headers(first));
  }

  @Test
  void whatIsTooLongIsNotSentAndMakesTheExitCodeOne() {
    // Given
    Broker broker = new Broker();

    // When
    Summary summary = publish(broker, A + "\n" + "x".repeat(Json.MAX_BYTES + 1) + "\n" + A);

    // Then
    assertThat(broker.history()).hasSize(2);
    assertThat(summary.refusedLocally()).isEqualTo(1);
    assertThat(summary.exitCode()).isEqualTo(1);
    assertThat(heard.lines)
        .hasSize(1)
        .first()
        .asString()
        .startsWith("refused in:2 has 8388609 bytes");
  }

  @Test
  void aRecordThatTheClusterDoesNotTakeIsNamedAndTheNextGoesOn() {
    // Given
    Broker broker = new Broker();
    broker.failAt = 1;
    broker.failure = new RecordTooLargeException("too large for the broker");

    // When
    Summary summary = publish(broker, A + "\n" + A + "\n" + A + "\n");

    // Then
    assertThat(summary.sent()).isEqualTo(2);
    assertThat(summary.failed()).isEqualTo(1);
    assertThat(summary.complete()).isTrue();
    assertThat(summary.exitCode()).isEqualTo(1);
    assertThat(heard.lines)
        .containsExactly("failed in:2 RecordTooLargeException: too large for the broker");
  }

  @Test
  void aClusterThatFailsStopsTheRun() {
    // Given
    Broker broker = new Broker();
    broker.failAt = 1;
    broker.failure = new TimeoutException("no broker answers");

    // When
    Summary summary = publish(broker, (A + "\n").repeat(10));

    // Then
    assertThat(summary.sent()).isEqualTo(1);
    assertThat(summary.failed()).isEqualTo(1);
    assertThat(summary.complete()).isFalse();
    assertThat(summary.exitCode()).isEqualTo(1);
    assertThat(heard.lines).containsExactly("failed in:2 TimeoutException: no broker answers");
  }

  @Test
  void whatWasLeftOutOfAFolderIsToldAtTheEnd(@TempDir Path folder) throws IOException {
    // Given
    Files.writeString(folder.resolve("a.jsonl"), A + "\n{broken\n");
    Files.writeString(folder.resolve("table.csv"), "id,title\n");

    // When
    Summary summary = publish(new Broker(), ArticleFiles.open(folder, new ArticleReader()));

    // Then
    assertThat(summary.exitCode()).isZero();
    assertThat(heard.lines)
        .hasSize(2)
        .last()
        .isEqualTo("1 file left out (suffix not known, or hidden): table.csv");
  }

  @Test
  void furtherPropertiesCannotWeakenTheGuarantee() {
    // When
    Map<String, Object> config =
        ArticlePublisher.config(
            "127.0.0.1:9092",
            "tocsin-publish",
            Map.of("acks", "0", "linger.ms", "5", "security.protocol", "SSL"));

    // Then
    assertThat(config)
        .containsEntry(ProducerConfig.ACKS_CONFIG, "all")
        .containsEntry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true)
        .containsEntry("linger.ms", "5")
        .containsEntry("security.protocol", "SSL");
  }

  private Summary publish(Broker broker, String lines) {
    ArticleFiles files =
        ArticleFiles.of(
            "in",
            new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
            new ArticleReader());
    return publish(broker, files);
  }

  private Summary publish(Broker broker, ArticleFiles files) {
    try (ArticlePublisher publisher =
        new ArticlePublisher(broker, "news.articles", "tocsin/test")) {
      return new PublishRun(publisher, heard, clock::getAndIncrement).publish(files);
    }
  }

  private static List<String> headers(ProducerRecord<byte[], byte[]> message) {
    return StreamSupport.stream(message.headers().spliterator(), false)
        .map(header -> header.key() + "=" + text(header.value()))
        .toList();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** A cluster that acknowledges everything but, when asked to, one record. */
  private static final class Broker extends MockProducer<byte[], byte[]> {
    private int failAt = -1;
    private int count;
    private @Nullable RuntimeException failure;

    Broker() {
      super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public synchronized Future<RecordMetadata> send(
        ProducerRecord<byte[], byte[]> message, Callback callback) {
      sendException = count++ == failAt ? failure : null;
      return super.send(message, callback);
    }
  }

  private static final class Heard implements PublishListener {
    private final List<String> lines = new ArrayList<>();
    private long moved;

    @Override
    public void moved(long offers, long bytes) {
      moved = offers;
    }

    @Override
    public void warned(String place, Refusal refusal) {
      lines.add("warned " + place + " " + refusal.reason().word());
    }

    @Override
    public void refused(String place, String problem) {
      lines.add("refused " + place + " " + problem);
    }

    @Override
    public void leftOut(LeftOut files) {
      lines.add(files.toString());
    }

    @Override
    public void failed(String place, String cause) {
      lines.add("failed " + place + " " + cause);
    }
  }
}
