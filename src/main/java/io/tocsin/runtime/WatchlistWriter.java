package io.tocsin.runtime;

import io.tocsin.model.Condition;
import io.tocsin.model.Rule;
import io.tocsin.model.Watchlist;
import io.tocsin.topology.CompiledWatchlist;
import io.tocsin.wire.watchlist.WatchlistDiff;
import io.tocsin.wire.watchlist.WatchlistFolder;
import io.tocsin.wire.watchlist.WatchlistState;
import io.tocsin.wire.watchlist.WatchlistVersion;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Makes {@code news.watchlist} equal to a watchlist, in one transaction per version. Two writers
 * never mix: all share one transactional id, each takes it over before it reads, and whoever lost
 * it cannot commit.
 */
public final class WatchlistWriter {
  private static final String CLIENT = "tocsin-watchlist-writer";
  private static final int ATTEMPTS_AT_START = 20;
  private static final int MILLIS_BETWEEN_ATTEMPTS = 250;

  private final WatchlistTopic topic;
  private final String transactionalId;
  private final Duration lead;
  private final Clock clock;
  private final String by;

  /**
   * A writer; it connects only when used.
   *
   * @param client properties of every Kafka client, with {@code bootstrap.servers}
   * @param prefix of topic names, such as {@code news.}
   * @param lead how long after it is applied a version takes effect, so that every instance has it
   *     by then
   * @param clock tells when a version is applied
   * @param by who applies, for the record
   */
  public WatchlistWriter(
      Map<String, String> client, String prefix, Duration lead, Clock clock, String by) {
    this.topic = new WatchlistTopic(client, prefix);
    this.transactionalId = prefix + "watchlist-writer";
    this.lead = lead;
    this.clock = clock;
    this.by = by;
  }

  /**
   * What an apply would do.
   *
   * @param wanted the watchlist as it shall be
   * @param diff from the topic to that
   * @param basedOn version on the topic when it was read
   * @param repairs whether the topic holds records that cannot be read or that no version covers
   */
  public record Plan(Watchlist wanted, WatchlistDiff diff, long basedOn, boolean repairs) {
    /** Whether there is nothing to write. */
    public boolean isEmpty() {
      return diff.isEmpty() && !repairs;
    }
  }

  /**
   * Compares the topic with a watchlist and writes nothing.
   *
   * @throws IllegalArgumentException when the watchlist cannot be compiled; the message names the
   *     alias or query
   * @throws Stop when the topic is missing or Kafka does not answer
   */
  public Plan plan(Watchlist wanted) {
    CompiledWatchlist.of(wanted);
    return plan(topic.read(CLIENT), wanted);
  }

  /**
   * Carries a plan out.
   *
   * @return the new version; empty when there was nothing to write
   * @throws WatchlistConflictException when somebody else wrote since the plan was made; nothing
   *     was written
   * @throws Stop when the topic is missing or Kafka does not answer
   */
  public Optional<WatchlistVersion> apply(Plan plan) {
    if (plan.isEmpty()) {
      return Optional.empty();
    }
    try (Producer<String, byte[]> producer = topic.producer(transactionalId)) {
      producer.initTransactions();
      WatchlistState now = topic.read(CLIENT);
      if (now.version() != plan.basedOn()) {
        throw new WatchlistConflictException(
            "the watchlist moved from version "
                + plan.basedOn()
                + " to "
                + now.version()
                + " while this change was prepared; nothing was written, look at the difference again and repeat");
      }
      return Optional.of(write(producer, now, plan.wanted()));
    } catch (ProducerFencedException | InvalidProducerEpochException e) {
      throw fenced(e);
    } catch (TimeoutException e) {
      throw new Stop(
          ExitCode.BROKER_UNREACHABLE,
          "Kafka did not answer in time; whether the change was written is not known: look with `tocsin watch diff`",
          e);
    } catch (KafkaException e) {
      if (e.getCause() instanceof ProducerFencedException
          || e.getCause() instanceof InvalidProducerEpochException) {
        throw fenced(e);
      }
      throw topic.unreachable(e);
    }
  }

  /**
   * Applies a folder when the topic holds no version: the first start of a service. Instances that
   * start together agree on one.
   *
   * @return the first version when this call wrote it
   * @throws io.tocsin.wire.watchlist.WatchlistException when the folder is needed and cannot be
   *     read
   */
  public Optional<WatchlistVersion> applyWhenEmpty(Path folder) {
    for (int attempt = 0; attempt < ATTEMPTS_AT_START; attempt++) {
      WatchlistState now = topic.read(CLIENT);
      if (now.version() > 0) {
        return Optional.empty();
      }
      try {
        Watchlist wanted = WatchlistFolder.read(folder);
        CompiledWatchlist.of(wanted);
        return apply(plan(now, wanted));
      } catch (WatchlistConflictException e) {
        pause();
      }
    }
    throw new Stop(
        ExitCode.FAILED,
        "other instances keep writing the first watchlist to "
            + topic.name()
            + " and none comes to an end");
  }

  private static Plan plan(WatchlistState state, Watchlist wanted) {
    for (Rule rule : wanted.rules()) {
      if (rule.when() instanceof Condition.Spike spike && spike.budget() != null) {
        // It would be kept and never heeded: better said now than found out too late.
        throw new Stop(
            ExitCode.USAGE,
            "rule "
                + rule.id()
                + ": a spike's budget is heeded in back-tests of counts only; take it out and choose"
                + " a sensitivity");
      }
    }
    boolean repairs = state.unmarked() || !state.broken().isEmpty();
    return new Plan(
        wanted, WatchlistDiff.between(state.watchlist(), wanted), state.version(), repairs);
  }

  private WatchlistVersion write(
      Producer<String, byte[]> producer, WatchlistState now, Watchlist wanted) {
    Instant appliedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    WatchlistVersion marker =
        new WatchlistVersion(
            now.version() + 1,
            effectiveFrom(now, appliedAt),
            wanted.subjects().size(),
            wanted.rules().size(),
            appliedAt,
            by);
    producer.beginTransaction();
    List<ProducerRecord<String, byte[]>> records =
        WatchlistRecords.between(topic.name(), now, wanted, marker);
    // Whatever fails a send fails the commit, too.
    Future<RecordMetadata> last = producer.send(records.get(0));
    for (ProducerRecord<String, byte[]> record : records.subList(1, records.size())) {
      last = producer.send(record);
    }
    producer.commitTransaction();
    topic.awaitVisible(CLIENT, offset(last));
    return marker;
  }

  /**
   * The first version holds for everything ever received; a later one never begins before its
   * predecessor.
   */
  private Instant effectiveFrom(WatchlistState now, Instant appliedAt) {
    if (now.version() == 0) {
      return Instant.EPOCH;
    }
    Instant soon = appliedAt.plus(lead);
    Instant after = now.watchlist().effectiveFrom().plusMillis(1);
    return soon.isAfter(after) ? soon : after;
  }

  private static long offset(Future<RecordMetadata> sent) {
    try {
      return sent.get().offset();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a committed record has no offset", e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static Stop interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new Stop(ExitCode.INTERRUPTED, "interrupted while the watchlist was written", e);
  }

  private static WatchlistConflictException fenced(KafkaException e) {
    return new WatchlistConflictException(
        "another apply ran at the same time and took over; nothing was written, look at the difference again and repeat",
        e);
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_ATTEMPTS);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }
}
