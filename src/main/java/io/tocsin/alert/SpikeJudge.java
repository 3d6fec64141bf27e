package io.tocsin.alert;

import io.tocsin.alert.spike.Assessment;
import io.tocsin.alert.spike.BaselineShelf;
import io.tocsin.alert.spike.SpikeTest;
import io.tocsin.model.Condition.Spike;
import io.tocsin.model.Measure;
import io.tocsin.model.pane.Pane;
import java.time.Instant;
import java.util.SortedMap;

/** Judges the windows of one series by one {@code spike} rule. */
final class SpikeJudge {
  private final Spike rule;
  private final SpikeTest test;
  private final BaselineShelf shelf;
  private final SpikeTest.Baselines baselines;
  private final WindowView windows;

  /**
   * @param panes the panes from the longest window before the first minute that is judged
   */
  SpikeJudge(Spike rule, String series, BaselineShelf shelf, SortedMap<Long, Pane> panes) {
    this.rule = rule;
    this.test = new SpikeTest(rule);
    this.shelf = shelf;
    int wanted = Math.toIntExact(rule.baseline().toHours());
    this.baselines = shelf.of(series, rule.measure(), wanted);
    this.windows = new WindowView(panes, rule.window().toMinutes());
  }

  /** The longest window that is looked at, in minutes. */
  static long longest(Spike rule) {
    long[] lengths = SpikeTest.lengths(rule.window());
    return lengths[lengths.length - 1];
  }

  /** Whether there is enough in a window to ask at all; that only rises. */
  boolean isEnough(long end) {
    return atMost(end, longest(rule)) >= rule.atLeast();
  }

  /** How the window that ends with a minute stands. */
  Assessment assess(long end) {
    return test.assess(
        baselines,
        shelf.volume(),
        end,
        new SpikeTest.Seen() {
          @Override
          public long observed(long length) {
            return windows.of(length).observed(end).of(rule.measure());
          }

          @Override
          public long voices(long length) {
            return rule.voices() <= 1
                ? UNKNOWN
                : windows.of(length).observed(end).of(Measure.VOICES);
          }

          @Override
          public long atMost(long length) {
            return SpikeJudge.this.atMost(end, length);
          }
        });
  }

  private long atMost(long end, long length) {
    WindowView window = windows.of(length);
    return rule.measure() == Measure.OCCURRENCES
        ? window.observed(end).occurrences()
        : window.articles(end);
  }

  /** What an assessment says of the window that it chose. */
  Height height(Assessment assessment, long end) {
    return new Height(view(assessment).observed(end), Standing.of(assessment));
  }

  /** The same as a finding. */
  Finding finding(Assessment assessment, long end, Instant decided, long version) {
    return new Finding(view(assessment), end, decided, version);
  }

  private WindowView view(Assessment assessment) {
    return windows.of(assessment.window().toMinutes());
  }
}
