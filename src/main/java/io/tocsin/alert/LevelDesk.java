package io.tocsin.alert;

import io.tocsin.alert.Agenda.Date;
import io.tocsin.model.Alert.Cause;
import io.tocsin.model.Alert.Observed;
import io.tocsin.model.Alert.State;
import io.tocsin.model.Mention;
import io.tocsin.model.pane.Minutes;
import io.tocsin.model.pane.Pane;
import io.tocsin.model.pane.Panes;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds rules against the counts whose measures only rise: {@code threshold}, {@code together} and
 * {@code match}.
 *
 * <p>An episode belongs to one re-arm period of event time. It opens when any window that ends in
 * the period reaches the rule's number. More articles can only raise a window, so an alert that
 * opened early is never proved wrong by an article that comes out of order, and the set of alert
 * ids depends on the articles alone.
 */
final class LevelDesk extends Desk {
  private final Panes panes;
  private @Nullable Instant clock;

  LevelDesk(Panes panes, Episodes episodes) {
    super(episodes);
    this.panes = panes;
  }

  @Override
  boolean takes(RuleSpec spec) {
    return !spec.looksAtPast();
  }

  /** Event time has come so far. */
  void advance(@Nullable Instant newest) {
    clock = newest;
  }

  /** Does what is due at or before a minute, as far as event time has come. */
  void settle(RuleBook book, long latest) {
    if (clock == null) {
      return;
    }
    long now = Math.min(Minutes.of(clock), latest);
    // A look may set a date that has come already: an old episode opens and is over.
    for (List<Date> due = agenda.due(now); !due.isEmpty(); due = agenda.due(now)) {
      due.forEach(date -> revisit(date, book, now));
    }
  }

  /**
   * Looks at every window that the mention changed: the one that ends in its minute, and those that
   * end in later panes.
   */
  @Override
  void look(RuleSpec spec, Mention mention, long version) {
    long minute = Minutes.of(mention.eventTime());
    correct(spec, mention, minute, version);
    SortedMap<Long, Pane> around =
        panes.between(mention.seriesKey(), minute - spec.window() + 1, minute + spec.window() - 1);
    WindowView windows = new WindowView(around, spec.window());
    for (long end : around.tailMap(minute).keySet()) {
      if (!WindowView.hasNews(around.get(end))) {
        continue;
      }
      Observed observed = windows.observed(end);
      if (observed.of(spec.measure()) >= spec.atLeast()) {
        met(spec, mention, observed, new Finding(windows, end, mention.eventTime(), version));
      }
    }
  }

  private void met(RuleSpec spec, Mention mention, Observed observed, Finding finding) {
    long period = spec.period(finding.end());
    Instant at = Minutes.start(finding.end());
    Episode known = episodes.get(Episode.key(spec.rule().id(), mention.seriesKey(), period));
    Episode before =
        known == null || known.neverTold() ? Episode.pending(spec, mention, period, at) : known;
    State state = before.progress().state();
    if (state == State.RESOLVED && isSettled(before, spec, finding.end())) {
      return;
    }
    // An earlier window begins an open episode earlier only if it held as well: its course tells.
    boolean held = state != null && spec.holdFor() > 0;
    Instant from = held ? before.progress().startsAt() : at;
    Episode seen = before.seen(Height.of(observed), from, mention.receivedAt());
    if (state == null && spec.holdFor() > 0) {
      episodes.put(seen);
      agenda.hasten(seen.key(), finding.end() + spec.holdFor());
    } else if (state == null) {
      tell(seen, spec, State.OPENED, Cause.SCORE, finding);
    } else if (state == State.RESOLVED) {
      tell(seen, spec, State.UPDATED, Cause.SCORE, finding);
    } else if (seen.doubled()) {
      tell(seen, spec, State.UPDATED, Cause.ESCALATED, finding);
    } else {
      episodes.put(seen);
      expectEnd(seen, spec, finding.end());
    }
  }

  /** Whether a window lies before the end of an episode was certain; later ones open it again. */
  private static boolean isSettled(Episode episode, RuleSpec spec, long minute) {
    Instant end = episode.progress().endsAt();
    if (end == null) {
      return false;
    }
    // A changed rule ended it at once; the new one need not wait for the hold.
    boolean sameRule = episode.terms().version() == spec.rule().version();
    return minute <= Minutes.of(end) + (sameRule ? spec.hold() : -1);
  }

  /**
   * An article from before the end of a resolved episode may have changed its course: what was told
   * of it is told anew where it differs.
   */
  private void correct(RuleSpec spec, Mention mention, long minute, long version) {
    if (clock == null) {
      return;
    }
    long latest = spec.period(minute + spec.window() - 1);
    long period = spec.period(minute - spec.holdFor());
    while (period <= latest) {
      Episode episode = episodes.get(Episode.key(spec.rule().id(), mention.seriesKey(), period));
      if (episode != null
          && !episode.unsettled()
          && !episode.neverTold()
          && episode.terms().version() == spec.rule().version()
          && isSettled(episode, spec, minute)) {
        correct(episode, spec, version, Minutes.of(clock));
      }
      period = spec.periodEnd(period);
    }
  }

  private void correct(Episode episode, RuleSpec spec, long version, long now) {
    Course course = Course.of(spec, panes, episode.series(), episode.period(), now);
    Episode anew = episode.following(course);
    Finding finding = course.finding(version);
    if (course.begun() && !course.ended()) {
      long until = Math.min(now, spec.periodEnd(episode.period()) - 1);
      Finding open = new Finding(finding.windows(), until, Minutes.start(now), version);
      tell(anew, spec, State.UPDATED, Cause.SCORE, open);
      // It may be falling already.
      agenda.hasten(anew.key(), now);
    } else if (course.begun() && episode.toldOtherwise(anew, finding)) {
      end(anew, course.cause(), finding);
    }
  }

  private void tell(Episode episode, RuleSpec spec, State state, Cause cause, Finding finding) {
    expectEnd(say(episode, spec, state, cause, finding), spec, finding.end());
  }

  /** The window after the one that was told may be the first of the fall. */
  private void expectEnd(Episode episode, RuleSpec spec, long end) {
    long earliest = end + 1 + spec.hold();
    agenda.hasten(episode.key(), Math.min(earliest, spec.periodEnd(episode.period())));
  }

  private void revisit(Date date, RuleBook book, long now) {
    Episode episode = episodes.get(date.key());
    RuleSpec spec = episode == null ? null : book.rule(episode.terms().rule());
    if (episode == null || spec == null || !takes(spec) || !episode.unsettled()) {
      return;
    }
    if (episode.progress().state() == null) {
      openIfItStood(episode, spec, book.version(), now);
    } else {
      endIfItFell(episode, spec, book.version(), date.minute(), now);
    }
  }

  private void openIfItStood(Episode episode, RuleSpec spec, long version, long now) {
    long periodEnd = spec.periodEnd(episode.period());
    long first = Minutes.of(episode.progress().startsAt());
    long last = Math.min(now, periodEnd - 1 + spec.holdFor());
    Decision decision = decision(episode, spec, first, last);
    OptionalLong since = decision.stoodFrom(first, last);
    if (since.isPresent() && since.getAsLong() < periodEnd) {
      long end = since.getAsLong() + spec.holdFor();
      Episode began = episode.began(Minutes.start(since.getAsLong()));
      tell(began, spec, State.OPENED, Cause.SCORE, decision.finding(end, end, version));
    } else if (now < periodEnd + spec.holdFor() && decision.stands(now)) {
      agenda.set(episode.key(), now + 1);
    }
  }

  /**
   * Looks at an open episode as of its date: from date to date no fall is long enough to be missed,
   * however far the clock has jumped. Only where it is over the whole course is worked out.
   */
  private void endIfItFell(Episode episode, RuleSpec spec, long version, long date, long now) {
    long periodEnd = spec.periodEnd(episode.period());
    long first = Minutes.of(episode.progress().startsAt());
    long last = Math.min(Math.max(date, first), periodEnd);
    Decision decision = decision(episode, spec, first, last);
    long fell = decision.fellAt(first, last);
    long ends = fell + spec.hold();
    if (ends > last && last < periodEnd) {
      agenda.set(episode.key(), Math.min(ends, periodEnd));
      return;
    }
    Course course = Course.of(spec, panes, episode.series(), episode.period(), now);
    if (course.ended()) {
      end(episode.following(course), course.cause(), course.finding(version));
    } else if (course.begun()) {
      // Articles behind that end, which were counted with it, began it again.
      expectEnd(episode, spec, course.opened());
    } else if (ends <= last) {
      end(episode, spec.ending(), decision.finding(fell, ends, version));
    } else {
      end(episode, Cause.EXPIRED, decision.finding(periodEnd, periodEnd, version));
    }
  }

  private Decision decision(Episode episode, RuleSpec spec, long first, long last) {
    return new Decision(spec, panes.between(episode.series(), first - spec.window() + 1, last));
  }
}
