package io.tocsin.alert;

import io.tocsin.alert.SpikeFold.Peak;
import io.tocsin.alert.spike.Assessment;
import io.tocsin.alert.spike.BaselineShelf;
import io.tocsin.alert.spike.History;
import io.tocsin.alert.spike.Volume;
import io.tocsin.model.Alert.Cause;
import io.tocsin.model.Alert.State;
import io.tocsin.model.Condition.Spike;
import io.tocsin.model.Mention;
import io.tocsin.model.pane.Minutes;
import io.tocsin.model.pane.Pane;
import io.tocsin.model.pane.Panes;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
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

  private final Panes panes;
  private final History all;
  private final BaselineShelf shelf;
  private final Map<String, SpikeFold> folds = new HashMap<>();
  private long closed = Long.MIN_VALUE;
  private @Nullable Instant clock;

  SpikeDesk(Counts counts, Episodes episodes) {
    super(episodes);
    this.panes = counts.panes();
    this.all = counts.volume();
    this.shelf = new BaselineShelf(counts.hours(), new Volume(counts.volume()));
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

  /** The first look, at every window that the mention changed. */
  @Override
  void look(RuleSpec spec, Mention mention, long version) {
    long minute = Minutes.of(mention.eventTime());
    long longest = SpikeJudge.longest(spike(spec));
    SortedMap<Long, Pane> around =
        panes.between(mention.seriesKey(), minute - longest + 1, minute + longest - 1);
    SpikeJudge judge = judge(spec, mention.seriesKey(), around);
    for (long end : around.tailMap(minute).keySet()) {
      // A closed minute was judged for good.
      if (end > closed && WindowView.hasNews(around.get(end)) && judge.isEnough(end)) {
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
    Finding finding =
        judge.finding(now, end, mention.eventTime(), version);
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
    shelf.closeThrough(minute);
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
    SortedMap<Long, Pane> filled = filled(episode, spec, fold);
    SpikeJudge judge = judge(spec, episode.series(), filled);
    fold.advance(closed, filled.headMap(closed + 1), judge);
    Peak first = fold.first();
    if (first == null) {
      waitOn(episode, spec, judge, filled, version);
      return;
    }
    Peak highest = Objects.requireNonNull(fold.highest());
    Episode now = episode.began(Minutes.start(first.minute()), highest.height());
    if (episode.progress().state() == null) {
      Finding finding = judge(spec, episode.series(), around(episode, spec, first))
          .finding(first.assessment(), first.minute(), now(), version);
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
    long decided = fold.expired() ? fold.end() : fold.end() + spec.hold();
    WindowView windows = new WindowView(filled, spec.window());
    Cause cause = fold.expired() ? Cause.EXPIRED : Cause.BELOW;
    end(now, cause, new Finding(windows, fold.end(), Minutes.start(decided), version));
  }

  /** Nothing that is closed stands out; something that is still open may. */
  private void waitOn(
      Episode episode, RuleSpec spec, SpikeJudge judge, SortedMap<Long, Pane> filled, long version) {
    long periodEnd = spec.periodEnd(episode.period());
    if (episode.progress().state() != null) {
      for (long minute : open(filled, periodEnd).keySet()) {
        boolean stands = WindowView.hasNews(filled.get(minute)) && judge.assess(minute).standsOut();
        if (stands) {
          agenda.set(episode.key(), minute);
          return;
        }
      }
      WindowView windows = new WindowView(filled, spec.window());
      withdraw(episode, new Finding(windows, closed, now(), version));
    }
    if (closed < periodEnd) {
      agenda.set(episode.key(), nextNews(filled, periodEnd));
      return;
    }
    folds.remove(episode.key());
    Episode waiting = Objects.requireNonNull(episodes.get(episode.key()));
    episodes.put(waiting.forgotten());
    agenda.remove(episode.key());
  }

  private long nextNews(SortedMap<Long, Pane> filled, long periodEnd) {
    SortedMap<Long, Pane> open = open(filled, periodEnd);
    return open.isEmpty() ? periodEnd : open.firstKey();
  }

  /** The minutes that are not closed yet, up to the end of the period. */
  private SortedMap<Long, Pane> open(SortedMap<Long, Pane> filled, long periodEnd) {
    return closed + 1 >= periodEnd
        ? Collections.emptySortedMap()
        : filled.subMap(closed + 1, periodEnd);
  }

  private Instant now() {
    return clock == null ? Minutes.start(closed) : clock;
  }

  private static SpikeFold fold(Episode episode, RuleSpec spec) {
    Instant ended = episode.progress().endsAt();
    long from = ended == null ? episode.period() : Minutes.of(ended) + 1;
    return new SpikeFold(spec, from, episode.period());
  }

  private SortedMap<Long, Pane> filled(Episode episode, RuleSpec spec, SpikeFold fold) {
    long longest = SpikeJudge.longest(spike(spec));
    long last = Math.max(closed, clock == null ? closed : Minutes.of(clock)) + longest;
    return panes.between(episode.series(), fold.next() - longest, last);
  }

  private SortedMap<Long, Pane> around(Episode episode, RuleSpec spec, Peak peak) {
    long longest = SpikeJudge.longest(spike(spec));
    return panes.between(episode.series(), peak.minute() - longest + 1, peak.minute());
  }

  private SpikeJudge judge(RuleSpec spec, String series, SortedMap<Long, Pane> around) {
    return new SpikeJudge(spike(spec), series, shelf, around);
  }

  private static Spike spike(RuleSpec spec) {
    return Objects.requireNonNull(spec.spike(), "a rule of this desk");
  }
}
