package io.tocsin.alert;

import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The course of one episode of a rule that looks at the past, over minutes that are closed: nothing
 * can be counted in them any more, so each is judged once, in their order, and the same articles
 * give the same course in whatever order they came. One period has one episode at most; once it has
 * ended it does not begin again.
 */
final class PastFold {
  private final RuleSpec spec;
  private final long periodEnd;
  private long checked;
  private long fell = Long.MAX_VALUE;
  private long end = Long.MAX_VALUE;
  private @Nullable Peak first;
  private @Nullable Peak highest;

  /**
   * A window that stood out.
   *
   * @param minute its last
   * @param verdict how it stood
   */
  record Peak(long minute, Verdict verdict) {}

  /**
   * @param from first minute that may begin the episode
   * @param period first minute of its period
   */
  PastFold(RuleSpec spec, long from, long period) {
    this.spec = spec;
    this.checked = from - 1;
    this.periodEnd = spec.periodEnd(period);
  }

  /** The window that began it; null while none did. */
  @Nullable Peak first() {
    return first;
  }

  /** The one with the highest score; null while none stood out. */
  @Nullable Peak highest() {
    return highest;
  }

  /** Whether it has begun and ended. */
  boolean ended() {
    return end != Long.MAX_VALUE;
  }

  /** The minute in which it ended: the first of those in which the score was low. */
  long end() {
    return end;
  }

  /** Whether it ended because its period did. */
  boolean expired() {
    return end == periodEnd;
  }

  /**
   * Judges the minutes up to and with one.
   *
   * @param last up to where everything was counted
   */
  void advance(long last, PastJudge judge) {
    long to = spec.outlastsPeriod() && first != null ? last : Math.min(last, periodEnd - 1);
    SortedSet<Long> news = judge.news(checked + 1 - judge.longest(), to);
    for (long minute : changes(news, judge, to)) {
      if (!ended()) {
        fallBefore(minute);
        step(minute, news.contains(minute), judge);
      }
    }
    fallBefore(to + 1);
    checked = Math.max(checked, to);
    if (first != null && !ended() && last >= periodEnd && !spec.outlastsPeriod()) {
      end = periodEnd;
    }
  }

  /** A window changes only where a pane enters or leaves it. */
  private SortedSet<Long> changes(SortedSet<Long> news, PastJudge judge, long to) {
    SortedSet<Long> changes = new TreeSet<>();
    for (long minute : news) {
      add(changes, minute, to);
      for (long after : judge.after()) {
        add(changes, minute + after, to);
      }
    }
    return changes;
  }

  private void add(SortedSet<Long> changes, long minute, long to) {
    if (minute > checked && minute <= to) {
      changes.add(minute);
    }
  }

  private void step(long minute, boolean news, PastJudge judge) {
    boolean mayBegin = minute < periodEnd && judge.mayBegin(minute, news);
    if (first == null && !mayBegin) {
      return;
    }
    Verdict now = judge.judge(minute);
    if (mayBegin && now.standsOut()) {
      Peak peak = new Peak(minute, now);
      first = first == null ? peak : first;
      boolean higher = highest == null || now.score() > highest.verdict().score();
      highest = higher ? peak : highest;
    }
    fell = first == null || !now.low() ? Long.MAX_VALUE : Math.min(fell, minute);
  }

  /** It is over when the score was low for as long as the window is, whatever comes after. */
  private void fallBefore(long minute) {
    if (first != null && !ended() && fell != Long.MAX_VALUE && minute - 1 - fell >= spec.hold()) {
      end = fell;
    }
  }
}
