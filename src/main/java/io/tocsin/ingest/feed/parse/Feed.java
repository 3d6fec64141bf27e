package io.tocsin.ingest.feed.parse;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A feed that was read.
 *
 * @param format such as {@code rss 2.0}
 * @param title name of the feed
 * @param link absolute address of its site; empty for none
 * @param language BCP 47 tag; empty for none
 * @param ttl how long it asks to be left alone; null when it does not
 * @param skipHours hours of the day in UTC in which it asks to be left alone
 * @param skipDays days in UTC on which it asks to be left alone
 * @param items in the order of the feed
 * @param itemsLeft items behind the last one that is read
 */
public record Feed(
    String format,
    FeedText title,
    String link,
    String language,
    @Nullable Duration ttl,
    Set<Integer> skipHours,
    Set<DayOfWeek> skipDays,
    List<FeedItem> items,
    int itemsLeft) {

  /** Makes the collections immutable. */
  public Feed {
    skipHours = Set.copyOf(skipHours);
    skipDays = Set.copyOf(skipDays);
    items = List.copyOf(items);
  }
}
