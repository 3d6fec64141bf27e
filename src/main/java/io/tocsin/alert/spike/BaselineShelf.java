package io.tocsin.alert.spike;

import io.tocsin.alert.spike.SpikeTest.Baselines;
import io.tocsin.model.Measure;
import io.tocsin.model.pane.Hours;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The baselines of many series. One of an hour up to which everything was heard never changes: it
 * is kept for the next window that asks. One that may still change is kept for first looks until
 * more is closed; what is judged for good is judged by what is closed.
 */
public final class BaselineShelf {
  /** Some five kilobytes each; a task of a thousand busy subjects takes five megabytes. */
  private static final int MOST_BASELINES = 1_000;

  /** Of the volume alone, shared by all series; seven kilobytes each. */
  private static final int MOST_VOLUMES = 100;

  private final Hours hours;
  private final Volume volume;
  private final Map<Key, Baseline> baselines = shelf();
  private final Map<Key, Baseline> openBaselines = shelf();
  private final Map<Long, long[]> volumes = shelf();
  private final Map<Long, long[]> openVolumes = shelf();
  private long closed = Long.MIN_VALUE;

  /** A shelf over hours and a volume that outlive it. */
  public BaselineShelf(Hours hours, Volume volume) {
    this.hours = hours;
    this.volume = volume;
  }

  /** Which baseline. */
  private record Key(String series, Measure measure, int wanted, long end) {}

  /** Everything up to and with a minute was heard. */
  public void closeThrough(long minute) {
    closed = minute;
    openBaselines.clear();
    openVolumes.clear();
  }

  /** The volume that they are shares of. */
  public Volume volume() {
    return volume;
  }

  /**
   * The baselines of a series.
   *
   * @param wanted how many hours they should have
   */
  public Baselines of(String series, Measure measure, int wanted) {
    Past past = (first, last) -> counts(series, measure, first, last);
    return end ->
        kept(
            isClosed(end) ? baselines : openBaselines,
            MOST_BASELINES,
            new Key(series, measure, wanted, end),
            key -> Baseline.before(past, volumes(end), end, wanted));
  }

  private long[] volumes(long end) {
    Map<Long, long[]> known = isClosed(end) ? volumes : openVolumes;
    return kept(known, MOST_VOLUMES, end, key -> volume.before(end, Baseline.REACH));
  }

  private boolean isClosed(long end) {
    return end * 60 <= closed + 1;
  }

  private SortedMap<Long, Long> counts(String series, Measure measure, long first, long last) {
    TreeMap<Long, Long> counts = new TreeMap<>();
    hours.between(series, first, last).forEach((hour, sum) -> counts.put(hour, sum.of(measure)));
    return counts;
  }

  private static <K, V> Map<K, V> shelf() {
    return new LinkedHashMap<>(64, 0.75f, true);
  }

  private static <K, V> V kept(Map<K, V> shelf, int most, K key, Function<K, V> make) {
    V known = shelf.get(key);
    if (known == null) {
      known = make.apply(key);
      shelf.put(key, known);
      if (shelf.size() > most) {
        shelf.remove(shelf.keySet().iterator().next());
      }
    }
    return known;
  }
}
