package io.tocsin.serve.rejected;

import io.tocsin.serve.rejected.BackwardReader.Found;
import io.tocsin.wire.Headers;
import io.tocsin.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The refused records as they lie on {@code news.rejected}: read there when asked, one question at
 * a time, by a consumer without a group. Nothing is held between questions but the producer.
 */
public final class RejectedTopic implements RejectedRecords, AutoCloseable {
  private static final Logger logger = LoggerFactory.getLogger(RejectedTopic.class);
  private static final long TURN_SECONDS = 5;
  private static final long SEND_SECONDS = 30;
  private static final Comparator<RejectedRecord> NEWEST_FIRST =
      Comparator.comparing(RejectedRecord::rejectedAt)
          .thenComparing(record -> record.place().partition())
          .thenComparing(record -> record.place().offset())
          .reversed();

  private final Map<String, Object> consumerProperties;
  private final Supplier<? extends Producer<byte[], byte[]>> producers;
  private final String rejected;
  private final String articles;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final Object sending = new Object();
  private @Nullable Producer<byte[], byte[]> producer;

  /**
   * A reader that is not connected yet.
   *
   * @param clientProperties how to reach the cluster: bootstrap servers, TLS, SASL
   * @param prefix of the topics, such as {@code news.}
   * @param producers asked once, when the first record is sent again
   */
  public RejectedTopic(
      Map<String, ?> clientProperties,
      String prefix,
      Supplier<? extends Producer<byte[], byte[]>> producers) {
    this.consumerProperties = consumerProperties(clientProperties);
    this.producers = producers;
    this.rejected = Topics.REJECTED.name(prefix);
    this.articles = Topics.ARTICLES.name(prefix);
  }

  private static Map<String, Object> consumerProperties(Map<String, ?> clientProperties) {
    Map<String, Object> properties = new HashMap<>(clientProperties);
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "tocsin-rejected");
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
    return properties;
  }

  @Override
  public Page page(Question question) {
    return reading(consumer -> page(consumer, question));
  }

  @Override
  public Optional<RejectedRecord> find(RejectedPlace place) {
    return reading(
        consumer -> {
          TopicPartition partition = new TopicPartition(rejected, place.partition());
          return partitions(consumer).contains(partition)
              ? new BackwardReader(consumer)
                  .at(partition, place.offset())
                  .filter(record -> record.offset() == place.offset())
                  .map(RejectedRecord::of)
              : Optional.empty();
        });
  }

  @Override
  public Sent replay(RejectedRecord record) {
    byte[] value = record.cut() ? original(record) : record.value().get();
    Bytes key = record.key();
    ProducerRecord<byte[], byte[]> again =
        new ProducerRecord<>(articles, null, key == null ? null : key.get(), value);
    again
        .headers()
        .add(Headers.REPLAY_OF, record.place().toString().getBytes(StandardCharsets.US_ASCII));
    try {
      RecordMetadata sent = producer().send(again).get(SEND_SECONDS, TimeUnit.SECONDS);
      logger.info(
          "sent the refused record {} again, to {} {}/{}",
          record.place(),
          sent.topic(),
          sent.partition(),
          sent.offset());
      return new Sent(sent.topic(), sent.partition(), sent.offset());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreadableException("interrupted before the cluster answered", e);
    } catch (ExecutionException e) {
      throw new UnreadableException("the cluster did not take it: " + told(e.getCause()), e);
    } catch (TimeoutException | KafkaException e) {
      throw new UnreadableException("the cluster did not take it: " + told(e), e);
    }
  }

  @Override
  public void close() {
    synchronized (sending) {
      if (producer != null) {
        producer.close();
        producer = null;
      }
    }
  }

  private Producer<byte[], byte[]> producer() {
    synchronized (sending) {
      Producer<byte[], byte[]> connected = producer;
      if (connected == null) {
        connected = producers.get();
        producer = connected;
      }
      return connected;
    }
  }

  /** The whole value, from where the record came from, when it is still there. */
  private byte[] original(RejectedRecord record) {
    RejectedRecord.Origin origin = record.origin();
    byte[] kept = record.value().get();
    boolean ours = origin.topic().equals(articles) && origin.partition() >= 0;
    Optional<byte[]> found =
        !ours
            ? Optional.empty()
            : reading(
                consumer ->
                    new BackwardReader(consumer)
                        .at(new TopicPartition(origin.topic(), origin.partition()), origin.offset())
                        .map(whole -> whole.value()));
    return found
        .filter(whole -> whole.length == record.originalBytes())
        .filter(whole -> Arrays.equals(whole, 0, kept.length, kept, 0, kept.length))
        .orElseThrow(() -> lost(record));
  }

  private static LostBytesException lost(RejectedRecord record) {
    RejectedRecord.Origin origin = record.origin();
    return new LostBytesException(
        "only the first "
            + record.value().get().length
            + " of "
            + record.originalBytes()
            + " bytes were kept, and the original is no longer at "
            + origin.topic()
            + " "
            + origin.partition()
            + "/"
            + origin.offset()
            + "; publish the article again from its source");
  }

  private Page page(Consumer<byte[], byte[]> consumer, Question question) {
    List<TopicPartition> partitions = partitions(consumer);
    consumer.assign(partitions);
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    BackwardReader reader = new BackwardReader(consumer);
    Map<Integer, Found> found = new TreeMap<>();
    for (TopicPartition partition : partitions) {
      long begin = begins.getOrDefault(partition, 0L);
      long end = ends.getOrDefault(partition, 0L);
      long before =
          Math.min(end, question.cursor().before().getOrDefault(partition.partition(), end));
      found.put(partition.partition(), reader.newest(partition, begin, before, question));
    }
    List<RejectedRecord> records = new ArrayList<>();
    found.values().forEach(part -> records.addAll(part.records()));
    records.sort(NEWEST_FIRST);
    List<RejectedRecord> page = records.subList(0, Math.min(question.limit(), records.size()));
    return new Page(page, next(page, found));
  }

  private static @Nullable RejectedCursor next(
      List<RejectedRecord> page, Map<Integer, Found> found) {
    Map<Integer, Long> before = new TreeMap<>();
    boolean more = false;
    for (Map.Entry<Integer, Found> entry : found.entrySet()) {
      Found part = entry.getValue();
      List<Long> taken =
          page.stream()
              .filter(record -> record.place().partition() == entry.getKey())
              .map(record -> record.place().offset())
              .toList();
      long next = part.reached();
      if (taken.size() < part.records().size()) {
        next = taken.isEmpty() ? part.before() : taken.get(taken.size() - 1);
      }
      before.put(entry.getKey(), next);
      more |= next > part.begin();
    }
    return more ? new RejectedCursor(before) : null;
  }

  private List<TopicPartition> partitions(Consumer<?, ?> consumer) {
    List<PartitionInfo> infos = consumer.partitionsFor(rejected);
    if (infos == null || infos.isEmpty()) {
      throw new UnreadableException(
          "topic " + rejected + " is missing: run `tocsin topics apply`", null);
    }
    return infos.stream().map(info -> new TopicPartition(rejected, info.partition())).toList();
  }

  private <T> T reading(Function<Consumer<byte[], byte[]>, T> question) {
    boolean mine = false;
    try {
      mine = turn.tryLock(TURN_SECONDS, TimeUnit.SECONDS);
      if (!mine) {
        throw new UnreadableException("others read the rejected records now; try again", null);
      }
      try (Consumer<byte[], byte[]> consumer =
          new KafkaConsumer<>(
              consumerProperties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
        return question.apply(consumer);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreadableException("interrupted before the cluster answered", e);
    } catch (KafkaException e) {
      throw new UnreadableException("cannot read " + rejected + ": " + told(e), e);
    } finally {
      if (mine) {
        turn.unlock();
      }
    }
  }

  private static String told(@Nullable Throwable failure) {
    if (failure == null) {
      return "it does not say why";
    }
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }
}
