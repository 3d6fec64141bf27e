package io.tocsin.alert;

import io.tocsin.alert.spike.Assessment;
import io.tocsin.alert.spike.BaselineShelf;
import io.tocsin.alert.spike.SpikeTest;
import io.tocsin.model.Condition.Spike;
import io.tocsin.model.Measure;
import io.tocsin.model.pane.Panes;
import io.tocsin.model.pane.Tally;
import java.time.Instant;
import java.util.Objects;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Judges the windows of one series by one {@code spike} rule. */
final class SpikeJudge {
  private final Sight sight;
  private final Spike rule;
  private final String series;
  private final SpikeTest test;
  private final SpikeTest.Baselines baselines;
  private final long longest;

  /**
   * What judges of all series look at.
   *
   * @param panes minute by minute, with everything
   * @param lines the numbers of articles alone
   * @param shelf what windows are held against
   */
  record Sight(Panes panes, MinuteLines lines, BaselineShelf shelf) {}

  SpikeJudge(Sight sight, RuleSpec spec, String series) {
    this.sight = sight;
    this.rule = Objects.requireNonNull(spec.spike(), "a spike rule");
    this.series = series;
    this.test = new SpikeTest(rule);
    int wanted = Math.toIntExact(rule.baseline().toHours());
    this.baselines = sight.shelf().of(series, rule.measure(), wanted);
    long[] lengths = SpikeTest.lengths(rule.window());
    this.longest = lengths[lengths.length - 1];
  }

  /** The longest window that is looked at, in minutes. */
  long longest() {
    return longest;
  }

  /** The minutes from one to another, both included, in which there are articles. */
  SortedSet<Long> news(long from, long to) {
    return sight.lines().news(series, from, to);
  }

  /** Whether there is enough in a window to ask at all; that only rises. */
  boolean isEnough(long end) {
    return atMost(end, longest) >= rule.atLeast();
  }

  /** How the window that ends with a minute stands. */
  Assessment assess(long end) {
    return test.assess(baselines, sight.shelf().volume(), end, seen(end));
  }

  private SpikeTest.Seen seen(long end) {
    return new SpikeTest.Seen() {
      private @Nullable WindowView all;

      @Override
      public long observed(long length) {
        return tally(length).of(rule.measure());
      }

      @Override
      public long voices(long length) {
        return rule.voices() <= 1 ? UNKNOWN : tally(length).voices();
      }

      private Tally tally(long length) {
        WindowView looked = all == null ? view(end, longest) : all;
        all = looked;
        return looked.of(length).tally(end);
      }

      @Override
      public long atMost(long length) {
        return SpikeJudge.this.atMost(end, length);
      }
    };
  }

  private long atMost(long end, long length) {
    return rule.measure() == Measure.OCCURRENCES
        ? view(end, length).observed(end).occurrences()
        : sight.lines().sum(series, end - length + 1, end);
  }

  /** What an assessment says of the window that it chose. */
  Height height(Assessment assessment, long end) {
    return new Height(view(end, length(assessment)).observed(end), Standing.of(assessment));
  }

  /** The same as a finding. */
  Finding finding(Assessment assessment, long end, Instant decided, long version) {
    return new Finding(view(end, length(assessment)), end, decided, version);
  }

  /** The rule's own window that ends with a minute, as a finding. */
  Finding finding(long end, Instant decided, long version) {
    return new Finding(view(end, rule.window().toMinutes()), end, decided, version);
  }

  private WindowView view(long end, long length) {
    return new WindowView(sight.panes().between(series, end - length + 1, end), length);
  }

  private static long length(Assessment assessment) {
    return assessment.window().toMinutes();
  }
}
