package io.tocsin.alert.spike;

import java.util.Arrays;

/**
 * What all subjects together had the chance to be counted in: the accepted articles, or, for a
 * series that comes alone, the minutes for which it was recorded. A subject is held against its
 * share of it, so that a feed that grows, a weekend, a backlog after an outage or a new source are
 * not news.
 *
 * <p>It also tells hours that were quiet from hours that nobody heard of: silence longer than any
 * night in which much would have been expected is a gap, and what comes right after it, or right
 * after the beginning, is a backlog.
 */
public final class Volume {
  /** Shorter silence is a night. */
  static final int LEAST_SILENCE = 12;

  /** Silence where fewer were to be expected may be chance. */
  static final double LEAST_MISSED = 50;

  private final History all;

  /** The volume of all that was counted; the history is read, never changed. */
  public Volume(History all) {
    this.all = all;
  }

  /** How much there was from one minute to another, both included. */
  public long between(long first, long last) {
    return all.between(first, last);
  }

  /** Whether anything was heard of an hour or of one before it, and of one from another on. */
  public boolean isHeardFrom(long hour, long end) {
    return all.hasHours(Long.MIN_VALUE, hour) && all.hasHours(hour, end);
  }

  /**
   * How much there was in each hour before another.
   *
   * @param end one past the last hour
   * @param count how many hours
   * @return oldest first; {@link #UNHEARD} for hours in a gap and before the beginning
   */
  long[] before(long end, int count) {
    long[] volumes = new long[count];
    long sum = 0;
    int filled = 0;
    for (int i = 0; i < count; i++) {
      volumes[i] = all.hour(end - count + i);
      sum += volumes[i];
      filled += volumes[i] > 0 ? 1 : 0;
    }
    double usual = filled == 0 ? 0 : (double) sum / filled;
    int silent = 0;
    boolean begun = false;
    for (int i = 0; i <= count; i++) {
      if (i < count && volumes[i] == 0) {
        silent++;
        continue;
      }
      boolean gap = silent >= LEAST_SILENCE && silent * usual >= LEAST_MISSED;
      if (gap || !begun) {
        Arrays.fill(volumes, i - silent, i, UNHEARD);
      }
      begun = true;
      silent = 0;
    }
    return volumes;
  }

  /** In place of a volume: nobody heard of that hour. */
  static final long UNHEARD = -1;
}
