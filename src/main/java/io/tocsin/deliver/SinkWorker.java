package io.tocsin.deliver;

import io.tocsin.deliver.channel.Channel;
import io.tocsin.deliver.config.SinkSpec;
import io.tocsin.model.Alert;
import io.tocsin.wire.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves one sink in one thread of its own: reads alerts as a member of the sink's group, lets the
 * {@link SinkDesk} send what is due, and commits what is settled. Whatever goes wrong with the
 * cluster, it starts over with a new consumer, from what is committed and what {@code
 * news.deliveries} tells.
 */
final class SinkWorker implements AutoCloseable {
  private static final Logger logger = LoggerFactory.getLogger(SinkWorker.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final Duration SENDING = Duration.ofSeconds(1);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);
  private static final Duration LAST_LIMIT = Duration.ofSeconds(3);

  private final SinkSpec sink;
  private final String topic;
  private final Supplier<? extends Consumer<byte[], byte[]>> consumers;
  private final Channel channel;
  private final SinkDesk desk;
  private final Resumption resumption;
  private final Thread thread;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final AtomicReference<@Nullable Consumer<byte[], byte[]>> current =
      new AtomicReference<>();
  private volatile String state = "starting";
  private boolean troubled;

  SinkWorker(
      SinkSpec sink,
      String prefix,
      Supplier<? extends Consumer<byte[], byte[]>> consumers,
      Channel channel,
      SinkDesk desk,
      Resumption resumption) {
    this.sink = sink;
    this.topic = Topics.ALERTS.name(prefix);
    this.consumers = consumers;
    this.channel = channel;
    this.desk = desk;
    this.resumption = resumption;
    this.thread = new Thread(this::run, "deliver-" + sink.id());
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** What it does, for people; free of secrets. */
  String state() {
    return state;
  }

  @Override
  public void close() {
    stopping.countDown();
    Consumer<byte[], byte[]> consumer = current.get();
    if (consumer != null) {
      consumer.wakeup();
    }
    desk.stop();
    try {
      thread.join(CLOSE_LIMIT.toMillis());
      // A request is under way: it is broken off, and repeated after the next start, under its id.
      channel.close();
      thread.join(LAST_LIMIT.toMillis());
      if (thread.isAlive()) {
        thread.interrupt();
        thread.join(CLOSE_LIMIT.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!stopped()) {
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
          current.set(consumer);
          work(consumer);
        } catch (WakeupException e) {
          // Only close() wakes it up; the loop looks whether it did.
        } catch (InterruptException e) {
          throw e;
        } catch (RuntimeException e) {
          retry(e);
        } finally {
          current.set(null);
        }
      }
    } catch (InterruptException | InterruptedException e) {
      logger.debug("delivery to {} was interrupted", sink.id());
    }
    state = "stopped";
  }

  private void work(Consumer<byte[], byte[]> consumer) {
    desk.clear();
    consumer.subscribe(List.of(topic), new Shares(consumer));
    while (!stopped()) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(desk.wait(POLL))) {
        read(record);
      }
      long until = System.nanoTime() + SENDING.toNanos();
      // The group takes a member for dead that does not come back for more in time.
      while (!stopped() && System.nanoTime() < until && desk.sendNext()) {
        state = desk.state();
      }
      commit(consumer);
      if (desk.full()) {
        consumer.pause(consumer.assignment());
      } else {
        consumer.resume(consumer.paused());
      }
      working();
    }
    commit(consumer);
  }

  private void read(ConsumerRecord<byte[], byte[]> record) {
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    Alert alert = null;
    try {
      alert = Topics.ALERTS.value().deserializer().deserialize(topic, record.value());
    } catch (RuntimeException e) {
      logger.warn("skipped a record that is no alert: {} offset {}", partition, record.offset());
    }
    if (alert != null) {
      Instant told = Instant.ofEpochMilli(record.timestamp());
      desk.read(new Item(alert, partition, record.offset(), told));
    }
  }

  private void commit(Consumer<byte[], byte[]> consumer) {
    Map<TopicPartition, OffsetAndMetadata> commits = desk.progress().commits();
    if (commits.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(commits);
      desk.progress().committed(commits);
    } catch (RebalanceInProgressException e) {
      // The next poll settles who owns what; what is still ours is committed after it.
      logger.debug("commit for {} waits for the rebalance", sink.id());
    }
  }

  private void working() {
    if (troubled) {
      troubled = false;
      logger.info("delivery to {} reads alerts again", sink.id());
    }
    state = desk.state();
  }

  /** Tells the first failure in a row: an hour's outage must not fill the log. */
  private void retry(RuntimeException failure) throws InterruptedException {
    state = "retrying: " + failure.getClass().getSimpleName() + ": " + failure.getMessage();
    if (!troubled && !stopped()) {
      troubled = true;
      logger.warn(
          "delivery to {} has trouble with the cluster, will try again", sink.id(), failure);
    }
    boolean unused = stopping.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private boolean stopped() {
    return stopping.getCount() == 0;
  }

  /** Goes along with the partitions that the group gives to this instance and takes away. */
  private final class Shares implements ConsumerRebalanceListener {
    private final Consumer<byte[], byte[]> consumer;

    private Shares(Consumer<byte[], byte[]> consumer) {
      this.consumer = consumer;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      if (!partitions.isEmpty()) {
        desk.remember(resumption.resume(consumer, partitions));
      }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      commit(consumer);
      desk.forget(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      desk.forget(partitions);
    }
  }
}
