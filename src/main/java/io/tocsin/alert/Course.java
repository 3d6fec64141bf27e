package io.tocsin.alert;

import io.tocsin.model.Alert.Cause;
import io.tocsin.model.Alert.Observed;
import io.tocsin.model.pane.Minutes;
import io.tocsin.model.pane.Pane;
import io.tocsin.model.pane.Panes;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The course of an episode, worked out from the panes of its period alone: when it began, how high
 * it rose, where it ended and whether it began again. What was seen on the way does not come into
 * it, so that the same panes give the same course in whatever order they filled.
 */
final class Course {
  private final RuleSpec spec;
  private final SortedMap<Long, Pane> panes;
  private final WindowView windows;
  private final long periodEnd;
  private final long last;
  private boolean begun;
  private boolean open;
  private long since = Long.MAX_VALUE;
  private long fell = Long.MAX_VALUE;
  private long opened;
  private long end;
  private @Nullable Observed height;

  private Course(RuleSpec spec, SortedMap<Long, Pane> panes, long periodEnd, long last) {
    this.spec = spec;
    this.panes = panes;
    this.windows = new WindowView(panes, spec.window());
    this.periodEnd = periodEnd;
    this.last = last;
  }

  /** The course of a period up to and with the minute {@code now}. */
  static Course of(RuleSpec spec, Panes panes, String series, long period, long now) {
    long periodEnd = spec.periodEnd(period);
    long filled = Math.min(now, periodEnd - 1 + spec.holdFor());
    Course course =
        new Course(
            spec,
            panes.between(series, period - spec.window() + 1, filled),
            periodEnd,
            Math.min(now, periodEnd + spec.holdFor()));
    course.follow(period);
    return course;
  }

  /** Whether the condition was met, for as long as the rule asks. */
  boolean begun() {
    return begun;
  }

  /** First minute in which it was met. */
  long begin() {
    return since;
  }

  /** Whether it has ended, and not begun again. */
  boolean ended() {
    return begun && (!open || last >= periodEnd);
  }

  /** Minute in which it began, or began again: there was no end since. */
  long opened() {
    return opened;
  }

  /** What its end is called. */
  Cause cause() {
    return open ? Cause.EXPIRED : spec.ending();
  }

  /** The highest window of a minute with articles; of equal ones the first. */
  @Nullable Observed height() {
    return height;
  }

  /** Where it ended, and when that was certain. */
  Finding finding(long watchlistVersion) {
    long at = open ? periodEnd : end;
    long decided = open ? periodEnd : end + spec.hold();
    return new Finding(windows, at, Minutes.start(decided), watchlistVersion);
  }

  /** A window changes only where a pane enters or leaves it. */
  private void follow(long period) {
    TreeSet<Long> changes = new TreeSet<>();
    for (long minute : panes.keySet()) {
      changes.add(minute);
      changes.add(minute + spec.window());
    }
    Long minute = changes.ceiling(period);
    while (minute != null && minute <= last) {
      Long next = changes.higher(minute);
      step(minute, next == null ? last : Math.min(next - 1, last));
      minute = next;
    }
  }

  /** One stretch of minutes in which the window stays the same. */
  private void step(long from, long to) {
    Observed observed = windows.observed(from);
    long measure = observed.of(spec.measure());
    boolean inPeriod = from < periodEnd;
    boolean met = measure >= spec.atLeast();
    boolean news = met && inPeriod && WindowView.hasNews(panes.get(from));
    if (!begun && !met) {
      since = Long.MAX_VALUE;
      height = null;
    }
    if (news) {
      since = Math.min(since, from);
      height = higher(observed);
    }
    if (!begun && since != Long.MAX_VALUE && to - since >= spec.holdFor()) {
      begun = true;
      open = true;
      opened = from;
    }
    if (begun && inPeriod) {
      opened = open || !news ? opened : from;
      open |= news;
      fall(measure, from, Math.min(to, periodEnd));
    }
  }

  private void fall(long measure, long from, long to) {
    if (!open || measure >= spec.below()) {
      fell = Long.MAX_VALUE;
      return;
    }
    fell = Math.min(fell, from);
    if (to - fell >= spec.hold()) {
      open = false;
      end = fell;
    }
  }

  private Observed higher(Observed other) {
    return height == null || other.of(spec.measure()) > height.of(spec.measure()) ? other : height;
  }
}
