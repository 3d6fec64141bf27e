package io.tocsin.ingest.feed;

import io.tocsin.ingest.feed.parse.Feed;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How often a feed itself asks to be read.
 *
 * @param ttl how long it asks to be left alone; null when it does not
 * @param skipHours hours of the day in UTC in which it asks to be left alone
 * @param skipDays days in UTC on which it asks to be left alone
 */
public record Pace(@Nullable Duration ttl, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {
  /** Asks for nothing. */
  public static final Pace ANY = new Pace(null, Set.of(), Set.of());

  /** Makes the sets immutable. */
  public Pace {
    skipHours = Set.copyOf(skipHours);
    skipDays = Set.copyOf(skipDays);
  }

  static Pace of(Feed feed) {
    return new Pace(feed.ttl(), feed.skipHours(), feed.skipDays());
  }
}
