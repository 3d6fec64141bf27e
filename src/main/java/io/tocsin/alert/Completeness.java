package io.tocsin.alert;

import io.tocsin.model.Tick;
import io.tocsin.model.pane.Minutes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Up to which minute everything that is on time has been counted, by what all lanes tell. */
final class Completeness {
  private final Duration grace;
  private final Map<Integer, Instant> byLane = new TreeMap<>();
  private long reached = Long.MIN_VALUE;

  Completeness(Duration grace) {
    this.grace = grace;
  }

  void hear(Tick tick) {
    Instant complete = tick.complete();
    if (complete != null) {
      byLane.merge(tick.lane(), complete, (one, other) -> one.isAfter(other) ? one : other);
    }
    if (byLane.size() >= tick.lanes()) {
      reached = Math.max(reached, least());
    }
  }

  /** The last minute of which nothing can come any more; {@link Long#MIN_VALUE} before one is. */
  long minute() {
    return reached;
  }

  private long least() {
    @Nullable Instant least = null;
    for (Instant complete : byLane.values()) {
      least = least == null || complete.isBefore(least) ? complete : least;
    }
    return least == null ? Long.MIN_VALUE : Minutes.of(least.minus(grace)) - 1;
  }
}
