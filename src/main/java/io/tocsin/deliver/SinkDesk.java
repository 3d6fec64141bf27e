package io.tocsin.deliver;

import io.tocsin.deliver.channel.Answer;
import io.tocsin.deliver.channel.Channel;
import io.tocsin.deliver.config.SinkSpec;
import io.tocsin.metrics.DeliveryMeters;
import io.tocsin.model.Delivery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done for one sink, without Kafka's consumer: changes come in, what is due is sent, each
 * attempt is written down before it counts. Of the worker's thread alone, but for the state.
 */
final class SinkDesk {
  private static final Logger logger = LoggerFactory.getLogger(SinkDesk.class);

  /** Longer than the schedule: what was tried and still fails then is not worth a request. */
  private static final Duration OLDEST = Duration.ofDays(4);

  private final SinkSpec sink;
  private final Channel channel;
  private final Consumer<List<Delivery>> log;
  private final DeliveryMeters meters;
  private final Clock clock;
  private final Schedule schedule;
  private final Map<String, Delivery> history = new HashMap<>();
  private final Map<String, List<Item>> restored = new HashMap<>();
  private Outbox outbox;
  private Progress progress = new Progress();
  private boolean disabled;
  private boolean failing;
  private volatile int pending;
  private volatile String state = "waiting for alerts";
  private volatile boolean stopped;

  /**
   * A desk for one sink.
   *
   * @param log writes attempts and returns when they are safe
   */
  SinkDesk(
      SinkSpec sink,
      Channel channel,
      Consumer<List<Delivery>> log,
      DeliveryMeters meters,
      Clock clock,
      Schedule schedule) {
    this.sink = sink;
    this.channel = channel;
    this.log = log;
    this.meters = meters;
    this.clock = clock;
    this.schedule = schedule;
    this.outbox = new Outbox(sink, schedule);
    meters.sink(sink.id(), () -> pending);
  }

  Progress progress() {
    return progress;
  }

  /** What it does, for people; free of secrets. */
  String state() {
    return state;
  }

  boolean full() {
    return outbox.pending() >= Outbox.FULL;
  }

  /** Nothing more is begun or written down. */
  void stop() {
    stopped = true;
  }

  /** Starts over: everything is read again. */
  void clear() {
    outbox = new Outbox(sink, schedule);
    progress = new Progress();
    history.clear();
    restored.clear();
    tell();
  }

  /** What was tried before a restart or by another instance. */
  void remember(Map<String, Delivery> attempts) {
    history.putAll(attempts);
  }

  /** Partitions are another instance's now. */
  void forget(Collection<TopicPartition> partitions) {
    outbox.forget(partitions);
    progress.forget(partitions);
    tell();
  }

  /** A change stands on the topic. */
  void read(Item item) {
    progress.read(item);
    Delivery last = history.remove(item.id());
    boolean settled = last != null && last.result() != Delivery.Result.RETRY;
    if (settled || !sink.route().takes(item.alert())) {
      progress.settled(item);
    } else if (disabled) {
      refuse(List.of(item));
    } else if (last == null) {
      outbox.add(item, clock.instant());
    } else {
      Instant due = last.nextAttempt() == null ? clock.instant() : last.nextAttempt();
      outbox.restore(item, last.attempt() + 1, due, restored, last.message());
    }
    tell();
  }

  /** How long there is nothing to do, at most the limit. */
  Duration wait(Duration limit) {
    Instant now = clock.instant();
    Instant wake = outbox.wake();
    if (wake.isAfter(now.plus(limit))) {
      return limit;
    }
    return wake.isAfter(now) ? Duration.between(now, wake) : Duration.ZERO;
  }

  /** Sends the next message that is due; false when none is. */
  boolean sendNext() {
    Instant now = clock.instant();
    Optional<Parcel> next = outbox.next(now);
    if (next.isEmpty()) {
      return false;
    }
    Parcel parcel = next.get();
    long begun = System.nanoTime();
    Answer answer = channel.send(parcel.message(), now);
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    if (stopped && !(answer instanceof Answer.Taken)) {
      // The stop may have broken it off; it is repeated after the next start.
      return false;
    }
    if (answer instanceof Answer.Taken) {
      taken(parcel, answer, now, took);
    } else if (answer instanceof Answer.Gone gone) {
      gone(parcel, gone, now, took);
    } else if (answer instanceof Answer.Failed failed) {
      failed(parcel, failed, now, took);
    }
    tell();
    return true;
  }

  private void taken(Parcel parcel, Answer answer, Instant now, Duration took) {
    write(parcel, now, new Outcome(Delivery.Result.DELIVERED, answer.status(), null, took, null));
    outbox.taken(parcel, now);
    settle(parcel.items());
    Instant after = clock.instant();
    parcel.items().forEach(item -> meters.arrived(sink.id(), Duration.between(item.told(), after)));
    if (failing) {
      failing = false;
      logger.info("the sink {} at {} takes alerts again", sink.id(), channel.target());
    }
  }

  private void failed(Parcel parcel, Answer.Failed failed, Instant now, Duration took) {
    Instant again = again(parcel, failed, now);
    Delivery.Result result = again == null ? Delivery.Result.GAVE_UP : Delivery.Result.RETRY;
    write(parcel, now, new Outcome(result, failed.status(), failed.detail(), took, again));
    outbox.failed(parcel, again);
    outbox.pause(now, failed.busy(), failed.after());
    if (again == null) {
      settle(parcel.items());
      logger.error(
          "gave up bringing {} to the sink {} at {} after {} attempts: {}",
          parcel.id(),
          sink.id(),
          channel.target(),
          parcel.attempt(),
          failed.detail());
    } else if (!failing) {
      failing = true;
      logger.warn(
          "the sink {} at {} did not take an alert, will try again: {}",
          sink.id(),
          channel.target(),
          failed.detail());
    }
  }

  private @Nullable Instant again(Parcel parcel, Answer.Failed failed, Instant now) {
    boolean old = parcel.items().get(0).told().plus(OLDEST).isBefore(now);
    Optional<Duration> pause = old ? Optional.empty() : schedule.after(parcel.attempt());
    Duration asked = failed.after() == null ? Duration.ZERO : failed.after();
    return pause.map(own -> now.plus(own.compareTo(asked) > 0 ? own : asked)).orElse(null);
  }

  private void gone(Parcel parcel, Answer.Gone gone, Instant now, Duration took) {
    write(
        parcel,
        now,
        new Outcome(Delivery.Result.DISABLED, gone.status(), gone.detail(), took, null));
    outbox.failed(parcel, null);
    settle(parcel.items());
    disabled = true;
    logger.error(
        "the sink {} at {} says that it is gone: nothing is sent there until a restart; take it"
            + " out of the file of sinks or correct its address",
        sink.id(),
        channel.target());
    refuse(outbox.drain());
  }

  /** What would go to a sink that is gone is written down as such, not dropped in silence. */
  private void refuse(List<Item> items) {
    Instant now = clock.instant();
    for (Item item : items) {
      write(
          new Parcel(List.of(item), 0, now),
          now,
          new Outcome(
              Delivery.Result.DISABLED,
              null,
              "the sink said before that it is gone",
              Duration.ZERO,
              null));
    }
    settle(items);
  }

  private void settle(List<Item> items) {
    items.forEach(progress::settled);
  }

  /** What came of an attempt. */
  private record Outcome(
      Delivery.Result result,
      @Nullable Integer status,
      @Nullable String detail,
      Duration took,
      @Nullable Instant again) {}

  private void write(Parcel parcel, Instant now, Outcome outcome) {
    List<Delivery> attempts = new ArrayList<>();
    for (Item item : parcel.items()) {
      attempts.add(
          new Delivery(
              item.alert().id(),
              item.alert().sequence(),
              item.alert().state(),
              sink.id(),
              parcel.id(),
              parcel.attempt(),
              now,
              outcome.result(),
              channel.target(),
              outcome.status(),
              outcome.detail(),
              outcome.took().toMillis(),
              outcome.again()));
    }
    log.accept(attempts);
    meters.attempted(sink.id(), outcome.result(), outcome.took());
  }

  private void tell() {
    pending = outbox.pending();
    state =
        disabled
            ? "gone, disabled until a restart"
            : (failing ? "failing, " : "delivering, ") + pending + " waiting";
  }
}
