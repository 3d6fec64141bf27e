package io.tocsin.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times HTTP requests by route template, method and status: all closed sets, whatever a
 * client sends.
 */
public final class HttpMeters {
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(2),
    Duration.ofSeconds(10)
  };

  private final MeterRegistry registry;

  HttpMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /**
   * One answered request.
   *
   * @param template route template such as {@code /api/v1/alerts/{id}}, or {@code other} when no
   *     route fits
   * @param method as sent; unknown ones become {@code other}
   * @param status of the answer
   * @param took how long it took; null for an event stream, which has no end worth timing
   */
  public void answered(String template, String method, int status, @Nullable Duration took) {
    String verb = METHODS.contains(method) ? method : CappedLabel.OTHER;
    Counter.builder(Meters.HTTP_REQUESTS)
        .description("HTTP requests answered, by route, method and status")
        .tag("path", template)
        .tag("method", verb)
        .tag("status", Integer.toString(status))
        .register(registry)
        .increment();
    if (took == null) {
      return;
    }
    Timer.builder(Meters.HTTP_DURATION)
        .description("Time to answer an HTTP request, by route and method")
        .tag("path", template)
        .tag("method", verb)
        .serviceLevelObjectives(BUCKETS)
        .register(registry)
        .record(took);
  }
}
