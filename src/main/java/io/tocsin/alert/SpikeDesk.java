package io.tocsin.alert;

import io.tocsin.alert.SpikeFold.Peak;
import io.tocsin.alert.spike.Assessment;
import io.tocsin.alert.spike.BaselineShelf;
import io.tocsin.alert.spike.History;
import io.tocsin.alert.spike.Volume;
import io.tocsin.model.Alert.Cause;
import io.tocsin.model.Alert.State;
import io.tocsin.model.Mention;
import io.tocsin.model.pane.Minutes;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Holds {@code spike} rules against the counts.
 *
 * <p>A score can fall when an article is added, because all articles together are what a subject's
 * are a share of. So a window is judged twice: at once, by what is known of it, which may open an
 * alert with the very article that makes it stand out; and for good when nothing can be counted in
 * it any more. What is judged for good opens what the first look missed, takes back ({@link
 * Cause#WITHDRAWN}) what it told too early, and says where an episode began, how high it rose and
 * where it ended. That depends on the articles alone, not on their order.
 */
final class SpikeDesk extends Desk {
  /** How often in the length of a window an open episode is looked at for its end. */
  private static final int LOOKS = 4;

  private final SpikeJudge.Sight sight;
  private final History all;
  private final Map<String, SpikeFold> folds = new HashMap<>();
  private long closed = Long.MIN_VALUE;
  private @Nullable Instant clock;

  SpikeDesk(Counts counts, Episodes episodes) {
    super(episodes);
    this.all = counts.volume();
    this.sight =
        new SpikeJudge.Sight(
            counts.panes(),
            new MinuteLines(counts.panes()),
            new BaselineShelf(counts.hours(), new Volume(counts.volume())));
  }

  @Override
  boolean takes(RuleSpec spec) {
    return spec.spike() != null;
  }

  void advance(@Nullable Instant newest) {
    clock = newest;
  }

  /** What a fold judged by the old rules is judged again. */
  @Override
  void endWhereRuleChanged(RuleBook book, @Nullable Instant newest) {
    super.endWhereRuleChanged(book, newest);
    folds.clear();
  }

  /** A mention was counted on time, whether or not a rule looks at it now. */
  void counted(Mention mention) {
    sight.lines().changed(mention.seriesKey(), Minutes.of(mention.eventTime()));
  }

  /** The first look, at every window that the mention changed. */
  @Override
  void look(RuleSpec spec, Mention mention, long version) {
    long minute = Minutes.of(mention.eventTime());
    SpikeJudge judge = new SpikeJudge(sight, spec, mention.seriesKey());
    // A closed minute was judged for good.
    for (long end : judge.news(Math.max(minute, closed + 1), minute + judge.longest() - 1)) {
      if (judge.isEnough(end)) {
        look(spec, mention, judge, end, version);
      }
    }
  }

  private void look(RuleSpec spec, Mention mention, SpikeJudge judge, long end, long version) {
    Episode episode = episode(spec, mention, end);
    if (!episode.unsettled()) {
      return;
    }
    agenda.hasten(episode.key(), end);
    Assessment now = judge.assess(end);
    if (!now.standsOut()) {
      return;
    }
    boolean told = episode.progress().state() != null;
    Instant from = told ? episode.progress().startsAt() : Minutes.start(end);
    Episode seen = episode.seen(judge.height(now, end), from, mention.receivedAt());
    Finding finding = judge.finding(now, end, mention.eventTime(), version);
    if (!told) {
      say(seen.began(from), spec, State.OPENED, Cause.SCORE, finding);
    } else if (seen.doubled()) {
      say(seen, spec, State.UPDATED, Cause.ESCALATED, finding);
    } else {
      episodes.put(seen);
    }
  }

  /** The episode of the period in which a minute lies; one that waits where there is none. */
  private Episode episode(RuleSpec spec, Mention mention, long minute) {
    long period = spec.period(minute);
    Episode known = episodes.get(Episode.key(spec.rule().id(), mention.seriesKey(), period));
    if (known == null || known.neverTold()) {
      Episode waiting = Episode.pending(spec, mention, period, Minutes.start(period));
      episodes.put(waiting);
      return waiting;
    }
    if (!known.unsettled() && spec.rule().version() > known.terms().version()) {
      // The rule that ended it is not the one that looks now.
      Episode waiting = known.waitingAgain();
      episodes.put(waiting);
      return waiting;
    }
    return known;
  }

  /** The judgement for good, of all minutes up to and with one. */
  void closeThrough(long minute, RuleBook book) {
    if (minute <= closed) {
      return;
    }
    // Behind what was judged by the call before: other desks may share the volume.
    all.forgetBefore(closed == Long.MIN_VALUE ? minute : Math.min(closed, minute));
    closed = minute;
    sight.shelf().closeThrough(minute);
    sight.lines().closeThrough(minute);
    for (Agenda.Date date : agenda.due(minute)) {
      Episode episode = episodes.get(date.key());
      RuleSpec spec = episode == null ? null : book.rule(episode.terms().rule());
      if (episode != null && spec != null && takes(spec) && episode.unsettled()) {
        close(episode, spec, book.version());
      }
    }
  }

  private void close(Episode episode, RuleSpec spec, long version) {
    SpikeFold fold = folds.computeIfAbsent(episode.key(), key -> fold(episode, spec));
    SpikeJudge judge = new SpikeJudge(sight, spec, episode.series());
    fold.advance(closed, judge);
    Peak first = fold.first();
    if (first == null) {
      waitOn(episode, spec, judge, version);
      return;
    }
    Peak highest = Objects.requireNonNull(fold.highest());
    Episode now = episode.began(Minutes.start(first.minute()), highest.height());
    if (episode.progress().state() == null) {
      Finding finding = judge.finding(first.assessment(), first.minute(), now(), version);
      now = say(now, spec, State.OPENED, Cause.SCORE, finding);
    }
    if (!fold.ended()) {
      if (!now.equals(episode)) {
        episodes.put(now);
      }
      agenda.set(now.key(), closed + Math.max(1, spec.window() / LOOKS));
      return;
    }
    folds.remove(now.key());
    Instant decided = Minutes.start(fold.expired() ? fold.end() : fold.end() + spec.hold());
    Cause cause = fold.expired() ? Cause.EXPIRED : Cause.BELOW;
    end(now, cause, judge.finding(fold.end(), decided, version));
  }

  /** Nothing that is closed stands out; something that is still open may. */
  private void waitOn(Episode episode, RuleSpec spec, SpikeJudge judge, long version) {
    long periodEnd = spec.periodEnd(episode.period());
    long latest = clock == null ? closed : Minutes.of(clock) + judge.longest();
    SortedSet<Long> open = judge.news(closed + 1, Math.min(latest, periodEnd - 1));
    if (episode.progress().state() != null) {
      for (long minute : open) {
        if (judge.assess(minute).standsOut()) {
          agenda.set(episode.key(), minute);
          return;
        }
      }
      withdraw(episode, judge.finding(closed, now(), version));
    }
    if (closed < periodEnd) {
      agenda.set(episode.key(), open.isEmpty() ? periodEnd : open.first());
      return;
    }
    folds.remove(episode.key());
    Episode waiting = Objects.requireNonNull(episodes.get(episode.key()));
    episodes.put(waiting.forgotten());
    agenda.remove(episode.key());
  }

  private Instant now() {
    return clock == null ? Minutes.start(closed) : clock;
  }

  private static SpikeFold fold(Episode episode, RuleSpec spec) {
    Instant ended = episode.progress().endsAt();
    long from = ended == null ? episode.period() : Minutes.of(ended) + 1;
    return new SpikeFold(spec, from, episode.period());
  }
}
