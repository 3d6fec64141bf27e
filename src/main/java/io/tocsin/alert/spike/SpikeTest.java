package io.tocsin.alert.spike;

import io.tocsin.alert.spike.Assessment.Method;
import io.tocsin.model.Condition;
import io.tocsin.model.Condition.Sensitivity;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Asks of a window whether it is improbable against the subject's own past: {@code score =
 * (observed − expected) / √((expected + 1) · dispersion)}, with both from the {@link Baseline} that
 * ends a guard before the window.
 *
 * <p>The window is the rule's, and stretched to its double and fourfold: five mentions in four
 * hours of a subject that has one a week say as much as five in one hour. Whatever stands out most
 * counts.
 */
public final class SpikeTest {
  /**
   * Between baseline and window, in minutes: what may still come out of order is not yet past, and
   * the slow beginning of an event is no part of what it is held against.
   */
  public static final long GUARD = 60;

  /** An episode ends when the score stayed under this part of what is needed, for one window. */
  public static final double LOW = 0.5;

  /** How much the window is stretched at most. */
  public static final int LONGEST = 4;

  private static final int[] STRETCHES = {1, 2, LONGEST};

  /**
   * Each voice more or less than usual moves the score that is needed by this part of it: what many
   * tell at once is news at a lower score than what one or two repeat.
   */
  private static final double CORROBORATION = 0.1;

  private static final long USUAL_VOICES = 5;
  private static final long MOST_VOICES = 7;

  /** Fewer hours than a day cannot tell a morning from an event. */
  private static final int LEAST_HOURS = 24;

  private static final long LONGEST_WINDOW = Duration.ofDays(1).toMinutes();

  /** With less of its past, a profile is little more than its prior. */
  private static final double PROFILE_COVERAGE = 0.5;

  private final Condition.Spike rule;
  private final double needed;

  /** A test by the rule's sensitivity. */
  public SpikeTest(Condition.Spike rule) {
    this(rule, needed(rule.sensitivity()));
  }

  /** A test that asks for another score than the rule's sensitivity does. */
  SpikeTest(Condition.Spike rule, double needed) {
    this.rule = rule;
    this.needed = needed;
  }

  /** The lengths of its windows in minutes, shortest first. */
  public static long[] lengths(Duration window) {
    return IntStream.of(STRETCHES)
        .mapToLong(stretch -> stretch * window.toMinutes())
        .filter(length -> length <= Math.max(window.toMinutes(), LONGEST_WINDOW))
        .toArray();
  }

  /** The score that a sensitivity asks for; what each costs stands in {@code docs/alerts.md}. */
  static double needed(Sensitivity sensitivity) {
    return switch (sensitivity) {
      case RELAXED -> 7;
      case BALANCED -> 5;
      case SENSITIVE -> 4;
    };
  }

  /** Baselines of a subject, by the hour at which they end. */
  public interface Baselines {
    /** The baseline that ends before an hour; hours since 1970-01-01T00:00Z. */
    Baseline before(long hour);
  }

  /** What is seen in a window of a subject, by the length of the window in minutes. */
  public interface Seen {
    /** In place of a number of voices. */
    long UNKNOWN = -1;

    /** The measure in the window. */
    long observed(long length);

    /** Independent voices in the window; {@link #UNKNOWN} where nobody counts them. */
    long voices(long length);

    /** A number that the measure does not exceed, where that is cheaper to say. */
    default long atMost(long length) {
      return observed(length);
    }
  }

  /**
   * How the window that ends with a minute stands.
   *
   * @param history the subject's past and present
   * @param volume what it is a share of
   * @param end last minute of the window
   * @param seen what is in the window
   */
  public Assessment assess(History history, Volume volume, long end, Seen seen) {
    int wanted = Math.toIntExact(rule.baseline().toHours());
    return assess(hour -> Baseline.before(history, volume, hour, wanted), volume, end, seen);
  }

  /**
   * The same, by baselines that are at hand already.
   *
   * @param past the subject's past
   * @param volume what it is a share of
   * @param end last minute of the window
   * @param seen what is in the window
   */
  public Assessment assess(Baselines past, Volume volume, long end, Seen seen) {
    @Nullable Assessment best = null;
    for (long length : lengths(rule.window())) {
      if (best != null && seen.atMost(length) < rule.atLeast()) {
        continue;
      }
      Assessment next = assess(past, volume, end, length, seen);
      boolean better = next.score() > (best == null ? 0 : best.score());
      if (best == null || (next.standsOut() && (!best.standsOut() || better))) {
        best = next;
      }
    }
    return Objects.requireNonNull(best);
  }

  private Assessment assess(Baselines past, Volume volume, long end, long length, Seen seen) {
    long start = end - length + 1;
    Baseline baseline = past.before(Math.floorDiv(start - GUARD, 60L));
    double expected = baseline.expected(start, end, volume.between(start, end));
    double spread = spread(baseline, expected, length);
    long most = seen.atMost(length);
    boolean warm = baseline.sinceGap() >= LEAST_HOURS;
    // Below that it neither stands out nor keeps an episode open, whatever it is exactly.
    boolean mayMatter = warm && (most - expected) / spread >= LOW * needed;
    long observed = mayMatter ? seen.observed(length) : most;
    double score = (observed - expected) / spread;
    boolean standsOut = false;
    double asked = needed;
    if (warm && observed >= rule.atLeast() && score >= needed(MOST_VOICES)) {
      long voices = seen.voices(length);
      asked = needed(voices);
      standsOut = score >= asked && (voices == Seen.UNKNOWN || voices >= rule.voices());
    }
    return new Assessment(
        Duration.ofMinutes(length),
        observed,
        expected,
        spread,
        score,
        asked,
        baseline.first(),
        baseline.end(),
        baseline.coverage(),
        method(warm, baseline.coverage()),
        standsOut);
  }

  /**
   * How the window of so many minutes that ends with one stands, whatever anybody asks of it.
   *
   * @param observed what was counted in it
   */
  public static Assessment compare(
      Baselines past, Volume volume, long end, long length, long observed) {
    long start = end - length + 1;
    Baseline baseline = past.before(Math.floorDiv(start - GUARD, 60L));
    double expected = baseline.expected(start, end, volume.between(start, end));
    double spread = spread(baseline, expected, length);
    return new Assessment(
        Duration.ofMinutes(length),
        observed,
        expected,
        spread,
        (observed - expected) / spread,
        0,
        baseline.first(),
        baseline.end(),
        baseline.coverage(),
        method(baseline.sinceGap() >= LEAST_HOURS, baseline.coverage()),
        false);
  }

  private static double spread(Baseline baseline, double expected, long length) {
    return Math.sqrt((Math.max(0, expected) + Baseline.FLOOR) * baseline.dispersion(length));
  }

  /** The score that is needed where so many independent voices tell of it. */
  private double needed(long voices) {
    if (voices == Seen.UNKNOWN) {
      return needed;
    }
    return needed * (1 + CORROBORATION * (USUAL_VOICES - Math.min(voices, MOST_VOICES)));
  }

  private static Method method(boolean warm, double coverage) {
    if (!warm) {
      return Method.WARMING_UP;
    }
    return coverage < PROFILE_COVERAGE ? Method.SHARE : Method.PROFILE;
  }
}
