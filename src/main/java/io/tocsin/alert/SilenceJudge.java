package io.tocsin.alert;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Judges whether a subject of which there was news has been quiet for too long. */
final class SilenceJudge implements PastJudge {
  private final Sight sight;
  private final String series;
  private final long after;

  SilenceJudge(Sight sight, RuleSpec spec, String series) {
    this.sight = sight;
    this.series = series;
    this.after = spec.window();
  }

  @Override
  public long longest() {
    return after + 1;
  }

  @Override
  public SortedSet<Long> news(long from, long to) {
    return sight.news(series, from, to);
  }

  @Override
  public long[] after() {
    return new long[] {after};
  }

  @Override
  public SortedSet<Long> candidates(long minute) {
    return new TreeSet<>(List.of(minute + after));
  }

  /** Only the minute in which it has lasted long enough begins one. */
  @Override
  public boolean mayBegin(long minute, boolean news) {
    return !news && !sight.news(series, minute - after, minute - after).isEmpty();
  }

  @Override
  public Verdict judge(long minute) {
    boolean quiet = sight.lines().sum(series, minute - after + 1, minute) == 0;
    boolean news = !sight.news(series, minute, minute).isEmpty();
    // A stream of which nothing at all was heard is no silence of a subject.
    boolean heard = quiet && sight.shelf().volume().between(minute - after + 1, minute) > 0;
    return new Verdict(heard && mayBegin(minute, news), news, 0, after, null);
  }

  @Override
  public boolean isEarly() {
    return false;
  }
}
