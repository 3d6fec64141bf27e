package io.tocsin.alert;

import io.tocsin.model.Alert;
import io.tocsin.model.Alert.Cause;
import io.tocsin.model.Alert.Observed;
import io.tocsin.model.Alert.State;
import io.tocsin.model.Mention;
import io.tocsin.model.pane.Minutes;
import io.tocsin.model.pane.Pane;
import io.tocsin.model.pane.Panes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds every rule against the counts and keeps the episodes. It is told of each mention after the
 * mention was counted.
 *
 * <p>An episode belongs to one re-arm period of event time. It opens when any window that ends in
 * the period reaches the rule's number. More articles can only raise a window, so an alert that
 * opened early is never proved wrong by an article that comes out of order, and the set of alert
 * ids depends on the articles alone.
 */
public final class AlertDesk {
  private final Panes panes;
  private final Episodes episodes;
  private final Agenda agenda = new Agenda();
  private final List<Alert> out = new ArrayList<>();
  private long rulesVersion = Long.MIN_VALUE;
  private @Nullable Instant clock;

  /** A desk over panes and episodes that outlive it. */
  public AlertDesk(Panes panes, Episodes episodes) {
    this.panes = panes;
    this.episodes = episodes;
    for (Episode episode : episodes.unsettled()) {
      agenda.set(episode.key(), Minutes.of(episode.progress().startsAt()));
    }
  }

  /** What changes by one counted mention: records of alerts, in order. */
  public List<Alert> consider(Mention mention, RuleBook book) {
    out.clear();
    advance(mention.clock());
    if (book.version() > rulesVersion) {
      rulesVersion = book.version();
      endWhereRuleChanged(book);
    }
    // What fell due before this article's minute is settled without it: a pause ends an episode
    // even when the article after the
    // pause is the first to tell us so.
    settle(book, Minutes.of(mention.eventTime()) - 1);
    if (!mention.late()) {
      for (RuleSpec spec : book.lookingAt(mention)) {
        look(spec, mention, book.version());
      }
    }
    settle(book, Long.MAX_VALUE);
    return List.copyOf(out);
  }

  private void settle(RuleBook book, long latest) {
    if (clock == null) {
      return;
    }
    long now = Math.min(Minutes.of(clock), latest);
    for (String key : agenda.due(now)) {
      revisit(key, book, now);
    }
  }

  private void advance(@Nullable Instant candidate) {
    if (candidate != null && (clock == null || candidate.isAfter(clock))) {
      clock = candidate;
    }
  }

  /**
   * Looks at every window that the mention changed: the one that ends in its minute, and those that
   * end in later panes.
   */
  private void look(RuleSpec spec, Mention mention, long version) {
    long minute = Minutes.of(mention.eventTime());
    SortedMap<Long, Pane> around =
        panes.between(mention.seriesKey(), minute - spec.window() + 1, minute + spec.window() - 1);
    WindowView windows = new WindowView(around, spec.window());
    for (long end : around.tailMap(minute).keySet()) {
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
    Episode seen = before.seen(observed, at, mention.receivedAt());
    State state = seen.progress().state();
    if (state == null && spec.holdFor() > 0) {
      episodes.put(seen);
      agenda.hasten(seen.key(), finding.end() + spec.holdFor());
    } else if (state == null) {
      tell(seen, spec, State.OPENED, Cause.SCORE, finding);
    } else if (state == State.RESOLVED && isBefore(at, seen.progress().endsAt())) {
      episodes.put(seen);
    } else if (state == State.RESOLVED) {
      tell(seen, spec, State.UPDATED, Cause.SCORE, finding);
    } else if (seen.doubled()) {
      tell(seen, spec, State.UPDATED, Cause.ESCALATED, finding);
    } else {
      episodes.put(seen);
      expectEnd(seen, spec, finding.end());
    }
  }

  /**
   * Articles from before the end of a resolved episode change nothing that was told; later ones
   * open it again.
   */
  private static boolean isBefore(Instant at, @Nullable Instant end) {
    return end != null && at.isBefore(end);
  }

  private void tell(Episode episode, RuleSpec spec, State state, Cause cause, Finding finding) {
    AlertRecords.Told told = AlertRecords.open(episode, spec, state, cause, finding);
    out.add(told.alert());
    episodes.put(told.episode());
    expectEnd(told.episode(), spec, finding.end());
  }

  private void expectEnd(Episode episode, RuleSpec spec, long end) {
    long earliest = end + spec.window() + spec.hold();
    agenda.postpone(episode.key(), Math.min(earliest, spec.periodEnd(episode.period())));
  }

  private void revisit(String key, RuleBook book, long now) {
    Episode episode = episodes.get(key);
    RuleSpec spec = episode == null ? null : book.rule(episode.terms().rule());
    if (episode == null || spec == null || !episode.unsettled()) {
      return;
    }
    if (episode.progress().state() == null) {
      openIfItStood(episode, spec, book.version(), now);
    } else {
      endIfItFell(episode, spec, book.version(), now);
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
      tell(episode, spec, State.OPENED, Cause.SCORE, decision.finding(end, end, version));
    } else if (now < periodEnd + spec.holdFor() && decision.stands(now)) {
      agenda.set(episode.key(), now + 1);
    }
  }

  private void endIfItFell(Episode episode, RuleSpec spec, long version, long now) {
    long periodEnd = spec.periodEnd(episode.period());
    long first = Minutes.of(episode.progress().startsAt());
    long last = Math.min(now, periodEnd);
    Decision decision = decision(episode, spec, first, last);
    long fell = decision.fellAt(first, last);
    long ends = fell + spec.hold();
    if (ends <= last) {
      end(episode, spec.ending(), decision.finding(fell, ends, version));
    } else if (now >= periodEnd) {
      end(episode, Cause.EXPIRED, decision.finding(periodEnd, periodEnd, version));
    } else {
      agenda.set(episode.key(), Math.min(ends, periodEnd));
    }
  }

  private Decision decision(Episode episode, RuleSpec spec, long first, long last) {
    return new Decision(spec, panes.between(episode.series(), first - spec.window() + 1, last));
  }

  private void end(Episode episode, Cause cause, Finding finding) {
    Episode ended = episode.ended(Minutes.start(finding.end()));
    episodes.put(ended);
    agenda.remove(ended.key());
    if (!ended.neverTold()) {
      out.add(AlertRecords.ended(ended, cause, finding));
    }
  }

  private void endWhereRuleChanged(RuleBook book) {
    for (String key : agenda.keys()) {
      Episode episode = episodes.get(key);
      if (episode == null) {
        continue;
      }
      RuleSpec spec = book.rule(episode.terms().rule());
      boolean newer = book.version() >= episode.terms().version();
      if (newer && (spec == null || spec.rule().version() > episode.terms().version())) {
        Instant at = clock == null ? episode.progress().startsAt() : clock;
        WindowView windows = new WindowView(Collections.emptySortedMap(), episode.terms().window());
        end(episode, Cause.RULE_CHANGED, new Finding(windows, Minutes.of(at), at, book.version()));
      }
    }
  }
}
