package io.tocsin.alert;

import java.util.SortedSet;

/**
 * Judges whether a mention, or the one with which there are enough voices, is the first for a long
 * time: the window is the first that holds enough, and there was nothing before it. Where the
 * stream itself was not heard for so long nobody can say, and nothing is.
 */
final class FirstJudge implements PastJudge {
  private final Sight sight;
  private final String series;
  private final long within;
  private final long window;
  private final long voices;

  /**
   * A judge of one series.
   *
   * @param within for how long there must have been nothing before the window, in minutes
   * @param window in which the first mentions are, in minutes
   * @param voices how many independent voices there must be in it
   */
  FirstJudge(Sight sight, String series, long within, long window, long voices) {
    this.sight = sight;
    this.series = series;
    this.within = within;
    this.window = window;
    this.voices = voices;
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

  @Override
  public SortedSet<Long> candidates(long minute) {
    return sight.news(series, minute, minute + window - 1);
  }

  @Override
  public boolean mayBegin(long minute, boolean news) {
    return news && sight.lines().sum(series, minute - window + 1, minute) >= voices;
  }

  @Override
  public Verdict judge(long minute) {
    long articles = sight.lines().sum(series, minute - window + 1, minute);
    boolean first =
        articles >= voices
            && sight.wasHeard(minute - window - within, minute)
            && sight.isQuiet(series, minute - window + 1 - within, minute - window)
            && !isMet(minute - 1)
            && isMet(minute);
    return new Verdict(first, articles == 0, articles, window, null);
  }

  /** Whether there is enough in the window that ends with a minute. */
  private boolean isMet(long minute) {
    long articles = sight.lines().sum(series, minute - window + 1, minute);
    return articles >= voices
        && (voices <= 1 || sight.window(series, minute, window).tally(minute).voices() >= voices);
  }

  @Override
  public boolean isEarly() {
    return true;
  }
}
