package io.tocsin.alert.spike;

import io.tocsin.model.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds a spike rule against a plain series of counts, as live would have done at the end of each
 * bin: the same points always give the same steps.
 */
public final class CountReplay {
  private final Condition.Spike rule;
  private final long rearm;

  private CountReplay(Condition.Spike rule, Duration rearm) {
    this.rule = rule;
    this.rearm = rearm.toSeconds();
  }

  /**
   * One bin of a series.
   *
   * @param at its beginning
   * @param value what was counted in it; not negative
   * @param width its length, more than nothing
   * @param total what was counted of all subjects in it; {@link #NO_TOTAL} when nobody knows
   */
  public record Point(Instant at, long value, Duration width, long total) {
    /** The total of a series that comes alone. */
    public static final long NO_TOTAL = -1;

    /** A bin of a series that comes alone. */
    public Point(Instant at, long value, Duration width) {
      this(at, value, width, NO_TOTAL);
    }
  }

  /** What becomes of an episode in one step. */
  public enum Change {
    /** A new one opens. */
    OPENED,
    /** The measure doubled since the last word about it. */
    ESCALATED,
    /** The score fell and stayed low. */
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
   * @param rearm at most one episode opens in such a time
   * @param points the series, in order of time
   * @throws IllegalArgumentException when the points are not in order of time; the message names
   *     the first that is not
   */
  public static List<Step> run(Condition.Spike rule, Duration rearm, List<Point> points) {
    return new CountReplay(rule, rearm).steps(points);
  }

  /** The episodes of a series, in order of opening; parameters as in {@link #run}. */
  public static List<Episode> episodes(Condition.Spike rule, Duration rearm, List<Point> points) {
    List<Episode> episodes = new ArrayList<>();
    @Nullable Episode open = null;
    for (Step step : run(rule, rearm, points)) {
      Assessment now = step.assessment();
      if (step.change() == Change.OPENED) {
        open = new Episode(step.at(), null, now, now);
      } else if (open != null && step.change() == Change.RESOLVED) {
        episodes.add(new Episode(open.opened(), step.at(), open.opening(), open.peak()));
        open = null;
      } else if (open != null && now.score() > open.peak().score()) {
        open = new Episode(open.opened(), null, open.opening(), now);
      }
    }
    if (open != null) {
      episodes.add(open);
    }
    return episodes;
  }

  private List<Step> steps(List<Point> points) {
    List<Step> steps = new ArrayList<>();
    long lastOpened = Long.MIN_VALUE;
    boolean open = false;
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      if (i > 0 && point.at().isBefore(points.get(i - 1).at())) {
        throw new IllegalArgumentException(
            "the point at " + point.at() + " comes after a later one: sort the series by time");
      }
      Assessment now = assess(points, i);
      long second = point.at().getEpochSecond();
      @Nullable Change change = null;
      if (open && now.score() < now.needed() / 2) {
        change = Change.RESOLVED;
        open = false;
      } else if (!open && now.standsOut() && second - rearm >= lastOpened) {
        change = Change.OPENED;
        open = true;
        lastOpened = second;
      }
      steps.add(new Step(point.at(), now, change));
    }
    return steps;
  }

  private Assessment assess(List<Point> points, int last) {
    Instant end = points.get(last).at().plus(points.get(last).width());
    long observed = 0;
    long before = 0;
    Instant first = end;
    for (int i = last; i >= 0 && !points.get(i).at().isBefore(end.minus(rule.baseline())); i--) {
      first = points.get(i).at();
      if (first.isBefore(end.minus(rule.window()))) {
        before += points.get(i).value();
      } else {
        observed += points.get(i).value();
      }
    }
    double seconds = Math.max(1, Duration.between(first, end).minus(rule.window()).toSeconds());
    double expected = before * rule.window().toSeconds() / seconds;
    double spread = Math.sqrt(expected + 1);
    double coverage = Math.min(1, seconds / rule.baseline().toSeconds());
    Assessment.Method method =
        coverage < 0.1 || observed < rule.atLeast()
            ? Assessment.Method.WARMING_UP
            : Assessment.Method.MEAN;
    return new Assessment(
        observed, expected, spread, (observed - expected) / spread, 6, coverage, method);
  }
}
