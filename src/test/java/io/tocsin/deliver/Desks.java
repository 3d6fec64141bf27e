package io.tocsin.deliver;

import io.tocsin.deliver.channel.Channel;
import io.tocsin.deliver.channel.WebhookChannel;
import io.tocsin.deliver.config.Grouping;
import io.tocsin.deliver.config.Route;
import io.tocsin.deliver.config.SinkSpec;
import io.tocsin.deliver.config.Target;
import io.tocsin.metrics.Meters;
import io.tocsin.model.Alert;
import io.tocsin.model.Delivery;
import io.tocsin.outbound.OutboundClient;
import io.tocsin.outbound.OutboundLimits;
import io.tocsin.outbound.OutboundPolicy;
import io.tocsin.settings.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** A desk without a cluster, with what it wrote down and a clock that the test moves. */
final class Desks implements AutoCloseable {
  static final TopicPartition PARTITION = new TopicPartition("news.alerts", 0);

  private static final Secret SECRET = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final Duration HASTE = Duration.ofMillis(800);

  final HandClock clock = new HandClock(AlertMaker.NOON);
  final List<Delivery> log = new ArrayList<>();
  final Meters meters = new Meters("test");
  final SinkDesk desk;
  private final Channel channel;
  private long offset;

  Desks(SinkSpec sink, Channel channel) {
    this.channel = channel;
    this.desk =
        new SinkDesk(
            sink,
            channel,
            log::addAll,
            meters.deliveries(),
            clock,
            () -> Channels.outbox(sink, new Schedule(() -> 0.0)));
  }

  /** A webhook sink at an address of this machine that answers in haste or not at all. */
  static Desks webhook(String url, int port) {
    OutboundPolicy policy = new OutboundPolicy(Set.of("127.0.0.1"), Set.of(port));
    OutboundLimits limits = new OutboundLimits(Duration.ofSeconds(2), HASTE, 8_192);
    Secret address = new Secret(url);
    SinkSpec sink =
        new SinkSpec(
            "desk",
            new Target.Webhook(address, SECRET),
            Route.ALL,
            Grouping.ALONE,
            Duration.ZERO,
            null);
    return new Desks(sink, new WebhookChannel(new OutboundClient(policy, limits), address, SECRET));
  }

  /** An alert is told now. */
  void tell(Alert alert) {
    desk.read(new Item(alert, PARTITION, offset++, clock.instant()));
  }

  /** Sends what is due now. */
  void send() {
    boolean more = true;
    while (more) {
      more = desk.sendNext();
    }
  }

  /** Lets time pass and sends what is due then. */
  void pass(Duration time) {
    clock.advance(time);
    send();
  }

  /** What came of the attempts so far. */
  List<Delivery.Result> results() {
    return log.stream().map(Delivery::result).toList();
  }

  Delivery last() {
    return log.get(log.size() - 1);
  }

  /** How long until the next attempt of the last one that failed. */
  Duration untilNext() {
    Instant next = last().nextAttempt();
    return next == null ? Duration.ZERO : Duration.between(clock.instant(), next);
  }

  /** First offset that is not settled, as it would be committed; -1 for none. */
  long committed() {
    var commit = desk.progress().commits().get(PARTITION);
    return commit == null ? -1 : commit.offset();
  }

  @Override
  public void close() {
    channel.close();
    meters.close();
  }
}
