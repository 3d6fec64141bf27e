package io.tocsin.ingest;

import io.tocsin.wire.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes articles to {@code news.articles}: idempotent, acknowledged by all replicas, keyed by the
 * settled id so that all versions of an article share a partition. Safe for use by many threads.
 */
public final class ArticlePublisher implements ArticleSender, AutoCloseable {
  /** The CloudEvents type of an article. */
  public static final String TYPE = "io.tocsin.article";

  /**
   * Largest request: an article of the largest size with room for its headers. The topic must allow
   * as much.
   */
  public static final int MAX_REQUEST_BYTES = 10 * 1_048_576;

  private static final int ID_BYTES = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Producer<byte[], byte[]> producer;
  private final String topic;
  private final byte[] source;

  /**
   * A publisher over a producer, which it closes.
   *
   * @param producer set up as {@link #config} says
   * @param topic full name of the topic
   * @param source where the articles come from, the CloudEvents source, such as {@code
   *     tocsin/publish}
   */
  public ArticlePublisher(Producer<byte[], byte[]> producer, String topic, String source) {
    this.producer = producer;
    this.topic = topic;
    this.source = source.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * A publisher with a connection of its own; see {@link #config} and the constructor for the
   * parameters.
   */
  public static ArticlePublisher connect(
      String bootstrapServers,
      String clientId,
      Map<String, String> properties,
      String topic,
      String source) {
    return new ArticlePublisher(
        new KafkaProducer<>(
            config(bootstrapServers, clientId, properties),
            new ByteArraySerializer(),
            new ByteArraySerializer()),
        topic,
        source);
  }

  /**
   * Settings of the producer.
   *
   * @param bootstrapServers the cluster
   * @param clientId stable name of this client in the metrics of both sides
   * @param properties further client properties, such as TLS; what safe publishing rests on they do
   *     not change
   */
  public static Map<String, Object> config(
      String bootstrapServers, String clientId, Map<String, String> properties) {
    Map<String, Object> config = new HashMap<>();
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    config.put(ProducerConfig.LINGER_MS_CONFIG, 20);
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1_024);
    config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 64L * 1_048_576);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 120_000);
    // On a topic that is seconds old a broker may turn the first batch away and take the second;
    // the
    // first is then out of order until it expires. One request in flight cannot be overtaken.
    config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 30_000L);
    config.putAll(properties);
    config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    config.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
    return config;
  }

  @Override
  public CompletableFuture<Void> send(String id, byte[] value) {
    ProducerRecord<byte[], byte[]> message =
        new ProducerRecord<>(topic, id.getBytes(StandardCharsets.UTF_8), value);
    message
        .headers()
        .add(Headers.CE_SPECVERSION, ascii("1.0"))
        .add(Headers.CE_ID, ascii(eventId(value)))
        .add(Headers.CE_TYPE, ascii(TYPE))
        .add(Headers.CE_SOURCE, source)
        .add(Headers.CONTENT_TYPE, ascii("application/json"));
    return send(message);
  }

  /** Sends bytes that are no article, without key and headers: nothing is known about them. */
  CompletableFuture<Void> sendAsIs(byte[] value) {
    return send(new ProducerRecord<>(topic, value));
  }

  /** Sends what waits for its batch to fill up and waits until all is answered. */
  void flush() {
    producer.flush();
  }

  /** Sends what is still buffered, for half a minute at most, and closes the producer. */
  @Override
  public void close() {
    producer.close(PATIENCE);
  }

  private CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> message) {
    CompletableFuture<Void> answer = new CompletableFuture<>();
    try {
      // The callback says all that the future would.
      Future<RecordMetadata> unused =
          producer.send(
              message,
              (metadata, failure) -> {
                if (failure == null) {
                  answer.complete(null);
                } else {
                  answer.completeExceptionally(failure);
                }
              });
    } catch (KafkaException | IllegalStateException e) {
      answer.completeExceptionally(e);
    }
    return answer;
  }

  /**
   * The event's id is a hash of its bytes: the same version sent again is the same event, a
   * correction is another. The article's own id would be the same for both, and may hold what no
   * header should.
   */
  private static String eventId(byte[] value) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(value);
      return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
