package io.tocsin.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tocsin.model.Delivery;
import java.time.Duration;
import java.util.function.IntSupplier;

/** Counts and times deliveries by sink, whose names come from the configuration. */
public final class DeliveryMeters {
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(2),
    Duration.ofSeconds(10),
    Duration.ofMinutes(1),
    Duration.ofMinutes(10),
    Duration.ofHours(1),
    Duration.ofHours(12),
    Duration.ofDays(3)
  };

  private final MeterRegistry registry;

  DeliveryMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Shows a sink before its first alert, and says where the number of its pending ones is read. */
  public void sink(String sink, IntSupplier pending) {
    Gauge.builder(Meters.DELIVERIES_PENDING, pending::getAsInt)
        .description("Changes of alerts that wait for a sink, on this instance")
        .tag("sink", sink)
        .register(registry);
    for (Delivery.Result result : Delivery.Result.values()) {
      attempts(sink, result);
    }
    request(sink);
    latency(sink);
  }

  /**
   * An attempt.
   *
   * @param took until the answer
   */
  public void attempted(String sink, Delivery.Result result, Duration took) {
    attempts(sink, result).increment();
    request(sink).record(took);
  }

  /** A change arrived, so long after it stood on the topic. */
  public void arrived(String sink, Duration after) {
    latency(sink).record(after.isNegative() ? Duration.ZERO : after);
  }

  private Counter attempts(String sink, Delivery.Result result) {
    return Meters.counter(
            Meters.DELIVERIES, "Attempts to bring alerts to a sink, by what came of it")
        .tag("sink", sink)
        .tag("result", result.word())
        .register(registry);
  }

  private Timer request(String sink) {
    return Timer.builder(Meters.DELIVERY_DURATION)
        .description("Time until a sink answered an attempt")
        .tag("sink", sink)
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }

  private Timer latency(String sink) {
    return Timer.builder(Meters.DELIVERY_LATENCY)
        .description("From the record on the topic of alerts until the sink took it")
        .tag("sink", sink)
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }
}
