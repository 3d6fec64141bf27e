package io.tocsin.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs Kafka Streams, tells its state to {@link Health} and decides what a failed thread means. */
final class StreamsRunner implements AutoCloseable {

  private static final Logger logger = LoggerFactory.getLogger(StreamsRunner.class);

  /** A Ctrl-C is answered within five seconds, all parts together. */
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(3);

  /** Threads that fail this often within the span do not fail by chance. */
  private static final int MOST_REPLACEMENTS = 20;

  private static final Duration SPAN = Duration.ofMinutes(2);

  private final KafkaStreams streams;
  private final Health health;
  private final CompletableFuture<Verdict> ending;
  private final Deque<Long> replacements = new ArrayDeque<>();

  /**
   * An engine that is not started.
   *
   * @param topology what it runs
   * @param properties of Kafka Streams
   * @param health hears of each change of state
   * @param ending completed when the stream has failed for good
   */
  StreamsRunner(
      Topology topology, Properties properties, Health health, CompletableFuture<Verdict> ending) {
    this.streams = new KafkaStreams(topology, properties);
    this.health = health;
    this.ending = ending;
    streams.setStateListener((now, before) -> health.streams(now));
    streams.setUncaughtExceptionHandler(this::judge);
  }

  void start() {
    streams.start();
  }

  KafkaStreams streams() {
    return streams;
  }

  private synchronized StreamThreadExceptionResponse judge(Throwable failure) {
    Verdict verdict = Verdict.on(failure);
    if (!verdict.fatal() && !isFlood()) {
      logger.warn("a stream thread failed; {}: {}", verdict.advice(), failure.toString());
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    // Threads that fail for the same reason are many; the first tells it.
    if (health.live()) {
      health.failed(verdict.advice());
      logger.error("the stream failed for good; {}", verdict.advice(), failure);
      ending.complete(new Verdict(true, verdict.code(), verdict.advice()));
    }
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  private boolean isFlood() {
    long now = System.nanoTime();
    replacements.addLast(now);
    while (now - replacements.getFirst() > SPAN.toNanos()) {
      replacements.removeFirst();
    }
    return replacements.size() > MOST_REPLACEMENTS;
  }

  /** Commits, leaves the group so that others take over at once, and ends the threads. */
  @Override
  public void close() {
    CloseOptions options =
        CloseOptions.timeout(CLOSE_LIMIT)
            .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP);
    if (!streams.close(options)) {
      logger.warn(
          "the stream did not close within {} s; what was open is read again at the next start",
          CLOSE_LIMIT.toSeconds());
    }
  }
}
