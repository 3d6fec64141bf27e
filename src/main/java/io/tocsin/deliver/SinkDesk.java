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
import java.util.function.Function;
import java.util.function.Supplier;
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

  private static final String GONE = "the sink said before that it is gone";

  private final SinkSpec sink;
  private final Channel channel;
  private final Consumer<List<Delivery>> log;
  private final DeliveryMeters meters;
  private final Clock clock;
  private final Supplier<Outbox> outboxes;
  private final Map<String, Delivery> history = new HashMap<>();
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
   * @param outboxes makes an empty one for every start
   */
  SinkDesk(
      SinkSpec sink,
      Channel channel,
      Consumer<List<Delivery>> log,
      DeliveryMeters meters,
      Clock clock,
      Supplier<Outbox> outboxes) {
    this.sink = sink;
    this.channel = channel;
    this.log = log;
    this.meters = meters;
    this.clock = clock;
    this.outboxes = outboxes;
    this.outbox = outboxes.get();
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
    outbox = outboxes.get();
    progress = new Progress();
    history.clear();
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
    if (!sink.route().takes(item.alert())) {
      progress.settled(item);
    } else if (disabled && (last == null || last.result() == Delivery.Result.RETRY)) {
      refuse(List.of(item));
    } else if (last == null) {
      settle(outbox.add(item, clock.instant()));
    } else {
      settle(outbox.restore(item, last, clock.instant()));
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
    Outcome outcome = new Outcome(Delivery.Result.DELIVERED, answer.status(), null, took, null);
    List<Item> first = parcel.items().stream().filter(item -> !outbox.isRepeat(item)).toList();
    write(parcel, first, now, item -> outcome);
    meters.attempted(sink.id(), outcome.result(), took);
    Instant after = clock.instant();
    first.forEach(item -> meters.arrived(sink.id(), Duration.between(item.told(), after)));
    settle(outbox.taken(parcel, now));
    if (failing) {
      failing = false;
      logger.info("the sink {} at {} takes alerts again", sink.id(), channel.target());
    }
  }

  private void failed(Parcel parcel, Answer.Failed failed, Instant now, Duration took) {
    // A board repeats without end; what it says beyond the schedule would only fill the topic.
    boolean worth = parcel.attempt() <= Schedule.ATTEMPTS;
    List<Item> told =
        parcel.items().stream().filter(item -> worth && !outbox.isRepeat(item)).toList();
    Map<Item, Instant> retries = outbox.failed(parcel, failed, now);
    List<Item> given = parcel.items().stream().filter(item -> !retries.containsKey(item)).toList();
    write(
        parcel,
        told,
        now,
        item ->
            new Outcome(
                retries.containsKey(item) ? Delivery.Result.RETRY : Delivery.Result.GAVE_UP,
                failed.status(),
                failed.detail(),
                took,
                retries.get(item)));
    Delivery.Result result = given.isEmpty() ? Delivery.Result.RETRY : Delivery.Result.GAVE_UP;
    meters.attempted(sink.id(), result, took);
    settle(given);
    if (!given.isEmpty()) {
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

  private void gone(Parcel parcel, Answer.Gone gone, Instant now, Duration took) {
    Outcome outcome =
        new Outcome(Delivery.Result.DISABLED, gone.status(), gone.detail(), took, null);
    write(parcel, parcel.items(), now, item -> outcome);
    meters.attempted(sink.id(), outcome.result(), took);
    settle(parcel.items());
    disabled = true;
    logger.error(
        "the sink {} at {} says that it is gone: nothing is sent there until a restart; take it"
            + " out of the file of sinks or correct its address",
        sink.id(),
        channel.target());
    List<Item> waiting = new ArrayList<>(outbox.drain());
    waiting.removeAll(parcel.items());
    refuse(waiting);
  }

  /** What would go to a sink that is gone is written down as such, not dropped in silence. */
  private void refuse(List<Item> items) {
    Instant now = clock.instant();
    Outcome outcome = new Outcome(Delivery.Result.DISABLED, null, GONE, Duration.ZERO, null);
    for (Item item : items) {
      Parcel parcel = new Parcel(List.of(item), 0, now);
      write(parcel, parcel.items(), now, any -> outcome);
      meters.attempted(sink.id(), outcome.result(), Duration.ZERO);
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

  private void write(
      Parcel parcel, List<Item> items, Instant now, Function<Item, Outcome> outcomes) {
    List<Delivery> attempts = new ArrayList<>();
    for (Item item : items) {
      Outcome outcome = outcomes.apply(item);
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
  }

  private void tell() {
    pending = outbox.pending();
    state =
        disabled
            ? "gone, disabled until a restart"
            : (failing ? "failing, " : "delivering, ") + pending + " waiting";
  }
}
