package io.tocsin.alert;

import io.tocsin.alert.PastFold.Peak;
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
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Holds rules against the counts that look at the past of a subject: {@code spike}, {@code first},
 * {@code newcomer}, {@code drop} and {@code silence}.
 *
 * <p>What they say can be wrong by an article that comes later: a score falls when there is more of
 * everything, a first mention was not the first, a silence was none. So a window is judged twice:
 * at once, by what is known of it, which may open an alert with the very article that makes it
 * stand out; and for good when nothing can be counted in it any more. What is judged for good opens
 * what the first look missed, takes back ({@link Cause#WITHDRAWN}) what it told too early, and says
 * where an episode began, how high it rose and where it ended. That depends on the articles alone,
 * not on their order.
 */
final class PastDesk extends Desk {
  /** How often in the length of a window an open episode is looked at for its end. */
  private static final int LOOKS = 4;

  private final Sight sight;
  private final History all;
  private final Map<String, PastFold> folds = new HashMap<>();
  private long closed = Long.MIN_VALUE;
  private @Nullable Instant clock;

  PastDesk(Counts counts, Episodes episodes) {
    super(episodes);
    this.all = counts.volume();
    this.sight =
        new Sight(
            counts.panes(),
            new MinuteLines(counts.panes()),
            counts.hours(),
            new BaselineShelf(counts.hours(), new Volume(counts.volume())));
  }

  @Override
  boolean takes(RuleSpec spec) {
    return spec.looksAtPast();
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
    PastJudge judge = judge(spec, mention.seriesKey());
    for (long end : judge.candidates(minute)) {
      // A closed minute was judged for good.
      if (end > closed) {
        look(spec, mention, judge, end, version);
      }
    }
  }

  private void look(RuleSpec spec, Mention mention, PastJudge judge, long end, long version) {
    Episode episode = episode(spec, mention, end);
    if (!episode.unsettled()) {
      return;
    }
    agenda.hasten(episode.key(), end);
    Verdict now = judge.isEarly() ? judge.judge(end) : null;
    if (now == null || !now.standsOut()) {
      return;
    }
    boolean told = episode.progress().state() != null;
    Instant from = told ? episode.progress().startsAt() : Minutes.start(end);
    WindowView window = sight.window(mention.seriesKey(), end, now.window());
    Episode seen = episode.seen(height(window, end, now), from, mention.receivedAt());
    Finding finding = new Finding(window, end, mention.eventTime(), version);
    if (!told) {
      say(seen.began(from), spec, State.OPENED, Cause.SCORE, finding);
    } else if (seen.doubled()) {
      say(seen, spec, State.UPDATED, Cause.ESCALATED, finding);
    } else {
      episodes.put(seen);
    }
  }

  private static Height height(WindowView window, long end, Verdict verdict) {
    return new Height(window.observed(end), verdict.standing());
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
    PastFold fold = folds.computeIfAbsent(episode.key(), key -> fold(episode, spec));
    PastJudge judge = judge(spec, episode.series());
    fold.advance(closed, judge);
    Peak first = fold.first();
    if (first == null) {
      waitOn(episode, spec, judge, version);
      return;
    }
    Peak highest = Objects.requireNonNull(fold.highest());
    WindowView height = window(episode, highest);
    Episode now =
        episode.began(
            Minutes.start(first.minute()), height(height, highest.minute(), highest.verdict()));
    if (episode.progress().state() == null) {
      Finding finding = new Finding(window(episode, first), first.minute(), now(), version);
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
    Cause cause = fold.expired() ? Cause.EXPIRED : spec.ending();
    WindowView last = sight.window(episode.series(), fold.end(), spec.window());
    end(now, cause, new Finding(last, fold.end(), decided, version));
  }

  private WindowView window(Episode episode, Peak peak) {
    return sight.window(episode.series(), peak.minute(), peak.verdict().window());
  }

  /** Nothing that is closed stands out; something that is still open may. */
  private void waitOn(Episode episode, RuleSpec spec, PastJudge judge, long version) {
    long periodEnd = spec.periodEnd(episode.period());
    SortedSet<Long> open = open(judge, periodEnd);
    if (episode.progress().state() != null) {
      for (long minute : open) {
        if (judge.judge(minute).standsOut()) {
          agenda.set(episode.key(), minute);
          return;
        }
      }
      WindowView window = sight.window(episode.series(), closed, spec.window());
      withdraw(episode, new Finding(window, closed, now(), version));
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

  /** The minutes of a period that are not closed yet and may begin an episode. */
  private SortedSet<Long> open(PastJudge judge, long periodEnd) {
    long latest = clock == null ? closed : Minutes.of(clock) + judge.longest();
    SortedSet<Long> open = new TreeSet<>();
    if (judge.isEarly()) {
      open.addAll(judge.news(closed + 1, latest));
    } else {
      for (long minute : judge.news(closed + 1 - judge.longest(), latest)) {
        for (long after : judge.after()) {
          open.add(minute + after);
        }
      }
    }
    open.removeIf(minute -> minute <= closed || minute >= periodEnd);
    return open;
  }

  private PastJudge judge(RuleSpec spec, String series) {
    return PastJudges.of(sight, spec, series);
  }

  private Instant now() {
    return clock == null ? Minutes.start(closed) : clock;
  }

  private static PastFold fold(Episode episode, RuleSpec spec) {
    Instant ended = episode.progress().endsAt();
    long from = ended == null ? episode.period() : Minutes.of(ended) + 1;
    return new PastFold(spec, from, episode.period());
  }
}
