package io.tocsin.deliver.config;

import io.tocsin.model.Severity;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hours of each day in which a sink is left alone; what comes meanwhile leaves as one digest at
 * their end.
 *
 * @param from first minute
 * @param to one past the last; before {@code from} when midnight lies between
 * @param zone whose clock is meant
 * @param except from this severity on nothing waits; null when all waits
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone, @Nullable Severity except) {

  /** When what comes now may leave; empty when that is now. */
  public Optional<Instant> end(Instant now, Severity severity) {
    if (except != null && severity.compareTo(except) >= 0) {
      return Optional.empty();
    }
    ZonedDateTime here = now.atZone(zone);
    LocalTime time = here.toLocalTime();
    boolean overnight = to.isBefore(from);
    boolean afterFrom = !time.isBefore(from);
    boolean beforeTo = time.isBefore(to);
    boolean quiet = overnight ? afterFrom || beforeTo : afterFrom && beforeTo;
    if (!quiet) {
      return Optional.empty();
    }
    ZonedDateTime end = here.toLocalDate().atTime(to).atZone(zone);
    return Optional.of((end.isAfter(here) ? end : end.plusDays(1)).toInstant());
  }
}
