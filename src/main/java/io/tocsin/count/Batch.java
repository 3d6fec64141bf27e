package io.tocsin.count;

import io.tocsin.model.Mention;
import io.tocsin.model.pane.Minutes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Mentions of one series in one minute, tagged with one version of the watchlist: what is counted
 * with one look at its pane, and held against the rules once.
 *
 * @param series key of the series
 * @param minute the minute
 * @param version of the watchlist; mentions of two versions may be looked at by different rules
 * @param mentions at least one, in order of arrival
 */
public record Batch(String series, long minute, long version, List<Mention> mentions) {
  private static final Comparator<Batch> BY_TIME =
      Comparator.comparingLong(Batch::version).thenComparingLong(Batch::minute);

  /** What the mentions of a batch have in common. */
  private record Key(String series, long minute, long version) {}

  /** Makes the list immutable. */
  public Batch {
    mentions = List.copyOf(mentions);
  }

  /** A batch of one. */
  public static Batch of(Mention mention) {
    Key key = key(mention);
    return new Batch(key.series(), key.minute(), key.version(), List.of(mention));
  }

  /** The batches of some mentions, in event time: what follows sees a minute after those before. */
  public static List<Batch> of(List<Mention> mentions) {
    Map<Key, List<Mention>> byPane = new LinkedHashMap<>();
    for (Mention mention : mentions) {
      byPane.computeIfAbsent(key(mention), k -> new ArrayList<>(1)).add(mention);
    }
    List<Batch> batches = new ArrayList<>(byPane.size());
    byPane.forEach((k, m) -> batches.add(new Batch(k.series(), k.minute(), k.version(), m)));
    batches.sort(BY_TIME);
    return batches;
  }

  private static Key key(Mention mention) {
    return new Key(
        mention.seriesKey(), Minutes.of(mention.eventTime()), mention.watchlistVersion());
  }

  /**
   * The one that stands for all when rules are looked at: the last that came on time, if any did,
   * with the newest clock of all. Which windows changed depends on the minute alone.
   */
  public Mention foremost() {
    Mention chosen = mentions.get(mentions.size() - 1);
    Instant clock = null;
    for (Mention mention : mentions) {
      clock = later(clock, mention.clock());
      chosen = mention.late() ? chosen : mention;
    }
    return chosen.withClock(clock);
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    return other == null || (one != null && one.isAfter(other)) ? one : other;
  }
}
