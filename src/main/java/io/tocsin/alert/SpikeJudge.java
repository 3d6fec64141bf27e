package io.tocsin.alert;

import io.tocsin.alert.spike.Assessment;
import io.tocsin.alert.spike.SpikeTest;
import io.tocsin.model.Condition.Spike;
import io.tocsin.model.Measure;
import io.tocsin.model.pane.Tally;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Judges the windows of one series by one {@code spike} rule. */
final class SpikeJudge implements PastJudge {
  private final Sight sight;
  private final Spike rule;
  private final String series;
  private final SpikeTest test;
  private final SpikeTest.Baselines baselines;
  private final long[] lengths;
  private final long longest;

  SpikeJudge(Sight sight, String series, Spike rule) {
    this.sight = sight;
    this.rule = rule;
    this.series = series;
    this.test = new SpikeTest(rule);
    int wanted = Math.toIntExact(rule.baseline().toHours());
    this.baselines = sight.shelf().of(series, rule.measure(), wanted);
    this.lengths = SpikeTest.lengths(rule.window());
    this.longest = lengths[lengths.length - 1];
  }

  @Override
  public long longest() {
    return longest;
  }

  @Override
  public SortedSet<Long> news(long from, long to) {
    return sight.news(series, from, to);
  }

  @Override
  public long[] after() {
    return lengths;
  }

  @Override
  public SortedSet<Long> candidates(long minute) {
    SortedSet<Long> ends = new TreeSet<>(sight.news(series, minute, minute + longest - 1));
    ends.removeIf(end -> !mayBegin(end, true));
    return ends;
  }

  /** Whether there is enough in a window to ask at all; that only rises. */
  @Override
  public boolean mayBegin(long minute, boolean news) {
    return news && atMost(minute, longest) >= rule.atLeast();
  }

  @Override
  public boolean isEarly() {
    return true;
  }

  @Override
  public Verdict judge(long minute) {
    Assessment now = test.assess(baselines, sight.shelf().volume(), minute, seen(minute));
    return new Verdict(
        now.standsOut(),
        now.score() < SpikeTest.LOW * now.needed(),
        now.score(),
        now.window().toMinutes(),
        Standing.of(now));
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
        WindowView looked = all == null ? sight.window(series, end, longest) : all;
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
        ? sight.window(series, end, length).tally(end).occurrences()
        : sight.lines().sum(series, end - length + 1, end);
  }
}
