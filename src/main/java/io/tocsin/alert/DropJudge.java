package io.tocsin.alert;

import io.tocsin.alert.spike.Assessment;
import io.tocsin.alert.spike.BaselineShelf;
import io.tocsin.alert.spike.SpikeTest;
import io.tocsin.model.Condition.Drop;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Judges whether there is much less of a subject than its past lets expect: the measure of the
 * window is under a share of what is expected of it, given how much there is of everything.
 */
final class DropJudge implements PastJudge {
  private final Sight sight;
  private final Drop rule;
  private final String series;
  private final SpikeTest.Baselines baselines;
  private final long window;

  DropJudge(Sight sight, RuleSpec spec, String series, Drop rule) {
    this.sight = sight;
    this.rule = rule;
    this.series = series;
    this.window = spec.window();
    int wanted = Math.toIntExact(rule.baseline().toHours());
    BaselineShelf shelf = sight.shelf();
    this.baselines = shelf.of(series, rule.measure(), wanted);
  }

  @Override
  public long longest() {
    return window;
  }

  @Override
  public SortedSet<Long> news(long from, long to) {
    return sight.news(series, from, to);
  }

  @Override
  public long[] after() {
    return new long[] {window};
  }

  /** A window loses articles when the oldest leave it. */
  @Override
  public SortedSet<Long> candidates(long minute) {
    return new TreeSet<>(List.of(minute + window));
  }

  @Override
  public boolean mayBegin(long minute, boolean news) {
    return !news;
  }

  @Override
  public Verdict judge(long minute) {
    long observed = sight.window(series, minute, window).tally(minute).of(rule.measure());
    Assessment now = SpikeTest.compare(baselines, sight.shelf().volume(), minute, window, observed);
    double expected = now.expected();
    double share = rule.percent() / 100.0;
    boolean warm = now.method() != Assessment.Method.WARMING_UP;
    boolean fell = warm && expected >= rule.atLeast() && observed < share * expected;
    boolean back = observed >= (1 + share) / 2 * expected;
    return new Verdict(fell, back, -now.score(), window, Standing.of(now));
  }

  @Override
  public boolean isEarly() {
    return false;
  }
}
