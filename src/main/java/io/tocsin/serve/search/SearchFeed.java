package io.tocsin.serve.search;

import io.tocsin.model.TaggedArticle;
import io.tocsin.wire.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.lucene.index.CorruptIndexException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads {@code news.tagged} into the index, in one thread and without a group: every instance that
 * serves has all articles. It goes on where the last commit of the index stands; when the cluster
 * or the disk fails it tries again after a pause, and {@link #state} tells of it.
 */
final class SearchFeed implements AutoCloseable {
  private static final Logger logger = LoggerFactory.getLogger(SearchFeed.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final Supplier<? extends Consumer<byte[], byte[]>> consumers;
  private final Supplier<String> identity;
  private final String topic;
  private final Path folder;
  private final IndexCare.Bounds bounds;
  private final Thread thread = new Thread(this::run, "search-feed");
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final AtomicReference<@Nullable Consumer<byte[], byte[]>> current =
      new AtomicReference<>();
  private volatile @Nullable ArticleIndex index;
  private volatile String state = "starting";
  private volatile long behind = -1;
  private boolean troubled;
  private long unreadable;

  /**
   * A feed, not started yet.
   *
   * @param consumers of committed records, without a group
   * @param identity of the topic; asked before the index is opened
   * @param topic full name
   * @param folder of the index
   * @param bounds how much is kept
   */
  SearchFeed(
      Supplier<? extends Consumer<byte[], byte[]>> consumers,
      Supplier<String> identity,
      String topic,
      Path folder,
      IndexCare.Bounds bounds) {
    this.consumers = consumers;
    this.identity = identity;
    this.topic = topic;
    this.folder = folder;
    this.bounds = bounds;
    thread.setDaemon(true);
  }

  /** A consumer as this feed needs it. */
  static Consumer<byte[], byte[]> consumer(Map<String, ?> clientProperties) {
    Map<String, Object> properties = new HashMap<>(clientProperties);
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "tocsin-search-feed");
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  void start() {
    thread.start();
  }

  /** The open index; null while there is none. */
  @Nullable ArticleIndex index() {
    return index;
  }

  /** {@code starting}, {@code reading}, {@code stopped}, or {@code retrying: } and why. */
  String state() {
    return state;
  }

  /** Records of the topic that are not in the index yet; -1 while that is not known. */
  long behind() {
    return behind;
  }

  /** Commits and ends, within a few seconds. */
  @Override
  public void close() {
    stopping.countDown();
    Consumer<byte[], byte[]> consumer = current.get();
    if (consumer != null) {
      consumer.wakeup();
    }
    try {
      thread.join(Duration.ofSeconds(5).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!stopped()) {
        try (ArticleIndex opened = ArticleIndex.open(folder, identity.get())) {
          index = opened;
          feed(opened);
        } catch (CorruptIndexException e) {
          retry(e);
          IndexFolder.empty(folder);
        } catch (WakeupException e) {
          // Only close() wakes it up; the loop looks whether it did.
        } catch (InterruptException e) {
          throw e;
        } catch (IOException | RuntimeException e) {
          retry(e);
        } finally {
          index = null;
        }
      }
      state = "stopped";
    } catch (InterruptException | InterruptedException | IOException e) {
      state = "ended: " + e.getMessage();
      logger.error("the search index stands still until a restart", e);
    }
  }

  private void feed(ArticleIndex opened) throws IOException {
    try (Consumer<byte[], byte[]> consumer = consumers.get()) {
      current.set(consumer);
      List<TopicPartition> partitions = seek(consumer, opened.positions());
      IndexCare care = new IndexCare(opened, bounds);
      while (!stopped()) {
        boolean any = false;
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          take(record, opened);
          any = true;
        }
        for (TopicPartition partition : partitions) {
          opened.passed(partition.partition(), consumer.position(partition));
        }
        care.after(any);
        behind = lag(consumer, partitions);
        reading();
      }
    } catch (WakeupException e) {
      // Asked to stop: what was taken is committed below.
    } finally {
      current.set(null);
    }
    opened.commit();
  }

  private List<TopicPartition> seek(Consumer<?, ?> consumer, Map<Integer, Long> positions) {
    List<PartitionInfo> infos = consumer.partitionsFor(topic);
    if (infos == null || infos.isEmpty()) {
      throw new IllegalStateException(
          "topic " + topic + " is not there; create it with `tocsin topics apply`");
    }
    List<TopicPartition> partitions =
        infos.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
    consumer.assign(partitions);
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
    for (TopicPartition partition : partitions) {
      long begin = begins.getOrDefault(partition, 0L);
      long known = positions.getOrDefault(partition.partition(), begin);
      consumer.seek(partition, Math.max(begin, known));
    }
    return partitions;
  }

  private void take(ConsumerRecord<byte[], byte[]> record, ArticleIndex into) throws IOException {
    byte[] value = record.value();
    if (value == null) {
      return;
    }
    TaggedArticle article;
    try {
      article = Topics.TAGGED.value().deserializer().deserialize(topic, value);
    } catch (RuntimeException e) {
      // A foreign record must not stop the search; every power of two is told.
      unreadable++;
      if (Long.bitCount(unreadable) == 1) {
        logger.warn(
            "skipped a record that is not ours, the {}. so far: {} offset {}",
            unreadable,
            new TopicPartition(topic, record.partition()),
            record.offset());
      }
      return;
    }
    into.add(article, value);
  }

  private static long lag(Consumer<?, ?> consumer, List<TopicPartition> partitions) {
    long sum = 0;
    for (TopicPartition partition : partitions) {
      OptionalLong lag = consumer.currentLag(partition);
      if (lag.isEmpty()) {
        return -1;
      }
      sum += lag.getAsLong();
    }
    return sum;
  }

  private void reading() {
    if (troubled) {
      troubled = false;
      logger.info("the search index is fed again");
    }
    state = "reading";
  }

  /** Tells the first failure in a row: an hour's outage must not fill the log. */
  private void retry(Exception failure) throws InterruptedException {
    state = "retrying: " + failure.getClass().getSimpleName() + ": " + failure.getMessage();
    behind = -1;
    if (!troubled && !stopped()) {
      troubled = true;
      logger.warn("the search index cannot be fed, will try again", failure);
    }
    boolean unused = stopping.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private boolean stopped() {
    return stopping.getCount() == 0;
  }
}
