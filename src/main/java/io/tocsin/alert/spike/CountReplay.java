package io.tocsin.alert.spike;

import io.tocsin.alert.spike.SpikeTest.Seen;
import io.tocsin.model.Condition;
import io.tocsin.model.Condition.Budget;
import io.tocsin.model.pane.Minutes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds a spike rule against a plain series of counts, as live would have done at the end of each
 * bin: the same points always give the same steps.
 *
 * <p>As live, an episode belongs to one re-arm period, counted from 1970-01-01T00:00Z: each has one
 * opening at most, and ends with it at the latest.
 */
public final class CountReplay {
  private final Condition.Spike rule;
  private final long rearm;
  private final History counts = new History();
  private final History exposure = new History();
  private final Volume volume = new Volume(exposure);
  private final Map<Long, Baseline> baselines = new HashMap<>();
  private final @Nullable Peaks peaks;
  private long openedIn = Long.MIN_VALUE;
  private long lowSince = Long.MAX_VALUE;
  private long told;
  private boolean open;

  private CountReplay(Condition.Spike rule, Duration rearm) {
    this.rule = rule;
    this.rearm = Math.max(1, rearm.toMinutes());
    Budget budget = rule.budget();
    this.peaks =
        budget == null ? null : new Peaks(budget.perDay(), SpikeTest.needed(rule.sensitivity()));
  }

  /**
   * One bin of a series.
   *
   * @param at its beginning
   * @param value what was counted in it; not negative
   * @param width its length; less than a minute counts as one
   * @param total what was counted of all subjects in it; {@link #NO_TOTAL} when nobody knows
   */
  public record Point(Instant at, long value, Duration width, long total) {
    /** The total of a series that comes alone. */
    public static final long NO_TOTAL = -1;

    /** A bin of a series that comes alone. */
    public Point(Instant at, long value, Duration width) {
      this(at, value, width, NO_TOTAL);
    }

    private long firstMinute() {
      return Minutes.of(at);
    }

    private long lastMinute() {
      return firstMinute() + minutes() - 1;
    }

    private long minutes() {
      return Math.max(1, width.toMinutes());
    }
  }

  /** What becomes of an episode in one step. */
  public enum Change {
    /** A new one opens; one of the period before that still stood ends. */
    OPENED,
    /** The measure doubled since the last word about it. */
    ESCALATED,
    /** The score fell and stayed low, or the period ended. */
    RESOLVED
  }

  /**
   * What was known after one bin.
   *
   * @param at the beginning of the bin, as given
   * @param assessment how the window that ends with the bin stands
   * @param change what became of the episode; null when nothing did
   */
  public record Step(Instant at, Assessment assessment, @Nullable Change change) {}

  /**
   * One episode.
   *
   * @param opened the bin that opened it
   * @param resolved the bin that ended it; null when the series ended before
   * @param opening how the window stood that opened it
   * @param peak the window with the highest score
   */
  public record Episode(
      Instant opened, @Nullable Instant resolved, Assessment opening, Assessment peak) {}

  /**
   * Every step of a series.
   *
   * @param rule the rule; its measure and voices do not matter, a plain series has only one measure
   * @param rearm at most one episode opens in each such period
   * @param points the series, in order of time
   * @throws IllegalArgumentException when a value is negative or the points are not in order of
   *     time; the message names the first that is wrong
   */
  public static List<Step> run(Condition.Spike rule, Duration rearm, List<Point> points) {
    CountReplay replay = new CountReplay(rule, rearm);
    List<Step> steps = new ArrayList<>(points.size());
    @Nullable Instant before = null;
    for (Point point : points) {
      if (before != null && point.at().isBefore(before)) {
        throw new IllegalArgumentException(
            "the point at " + point.at() + " comes after a later one: sort the series by time");
      }
      before = point.at();
      steps.add(replay.step(point));
    }
    return steps;
  }

  /** The episodes of a series, in order of opening; parameters as in {@link #run}. */
  public static List<Episode> episodes(Condition.Spike rule, Duration rearm, List<Point> points) {
    List<Episode> episodes = new ArrayList<>();
    @Nullable Episode open = null;
    for (Step step : run(rule, rearm, points)) {
      Assessment now = step.assessment();
      if (open != null && (step.change() == Change.OPENED || step.change() == Change.RESOLVED)) {
        episodes.add(new Episode(open.opened(), step.at(), open.opening(), open.peak()));
        open = null;
      }
      if (step.change() == Change.OPENED) {
        open = new Episode(step.at(), null, now, now);
      } else if (open != null && now.score() > open.peak().score()) {
        open = new Episode(open.opened(), null, open.opening(), now);
      }
    }
    if (open != null) {
      episodes.add(open);
    }
    return episodes;
  }

  private Step step(Point point) {
    if (point.value() < 0) {
      throw new IllegalArgumentException(
          "the value at " + point.at() + " is " + point.value() + ": counts are not negative");
    }
    long end = point.lastMinute();
    counts.add(point.firstMinute(), point.value());
    exposure.add(
        point.firstMinute(), point.total() == Point.NO_TOTAL ? point.minutes() : point.total());
    Assessment now = test().assess(this::before, volume, end, seenUntil(end));
    if (peaks != null) {
      peaks.see(end, now);
    }
    return new Step(point.at(), now, change(now, end));
  }

  private SpikeTest test() {
    return peaks == null ? new SpikeTest(rule) : new SpikeTest(rule, peaks.needed());
  }

  /** Points come in order, so that what is past stays as it was. */
  private Baseline before(long hour) {
    baselines.keySet().removeIf(known -> known < hour - 48);
    int wanted = Math.toIntExact(rule.baseline().toHours());
    return baselines.computeIfAbsent(hour, end -> Baseline.before(counts, volume, end, wanted));
  }

  private Seen seenUntil(long end) {
    return new Seen() {
      @Override
      public long observed(long length) {
        return counts.between(end - length + 1, end);
      }

      @Override
      public long voices(long length) {
        return UNKNOWN;
      }
    };
  }

  private @Nullable Change change(Assessment now, long end) {
    long period = Math.floorDiv(end, rearm);
    if (now.standsOut() && period != openedIn) {
      openedIn = period;
      open = true;
      lowSince = Long.MAX_VALUE;
      told = now.observed();
      return Change.OPENED;
    }
    if (!open) {
      return null;
    }
    lowSince =
        now.score() < SpikeTest.LOW * now.needed() ? Math.min(lowSince, end) : Long.MAX_VALUE;
    boolean fell = lowSince != Long.MAX_VALUE && end - lowSince >= rule.window().toMinutes();
    if (fell || period != openedIn) {
      open = false;
      return Change.RESOLVED;
    }
    if (now.standsOut() && now.observed() >= 2 * told) {
      told = now.observed();
      return Change.ESCALATED;
    }
    return null;
  }
}
