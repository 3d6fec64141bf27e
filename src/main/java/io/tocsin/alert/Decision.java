package io.tocsin.alert;

import io.tocsin.model.pane.Minutes;
import io.tocsin.model.pane.Pane;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * The arithmetic of opening and ending, over panes alone: the same panes give the same answer, in
 * whatever order they filled.
 */
final class Decision {
  private final RuleSpec spec;
  private final SortedMap<Long, Pane> panes;
  private final WindowView windows;

  Decision(RuleSpec spec, SortedMap<Long, Pane> panes) {
    this.spec = spec;
    this.panes = panes;
    this.windows = new WindowView(panes, spec.window());
  }

  /**
   * The first minute from which on the condition stood for as long as the rule asks, all of it at
   * or before {@code now}.
   */
  OptionalLong stoodFrom(long first, long now) {
    long since = Long.MAX_VALUE;
    for (long minute = first; minute <= now; minute++) {
      if (measure(minute) < spec.atLeast()) {
        since = Long.MAX_VALUE;
        continue;
      }
      since = Math.min(since, minute);
      if (minute - since >= spec.holdFor()) {
        return OptionalLong.of(since);
      }
    }
    return OptionalLong.empty();
  }

  /**
   * The minute in which the measure fell under the resolve level and stayed there up to {@code
   * now}; {@code now + 1} while it has not. A window only loses articles in the minute after a pane
   * leaves it, so only those minutes and {@code now} need a look.
   */
  long fellAt(long first, long now) {
    if (measure(now) >= spec.below()) {
      return now + 1;
    }
    Long[] minutes = panes.keySet().toArray(new Long[0]);
    for (int i = minutes.length - 1; i >= 0; i--) {
      long last = minutes[i] + spec.window() - 1;
      if (last <= now && measure(last) >= spec.below()) {
        return last + 1;
      }
    }
    return first + 1;
  }

  /** Whether the condition is met in the window that ends in a minute. */
  boolean stands(long end) {
    return measure(end) >= spec.atLeast();
  }

  /** The finding that a minute's window decided, at the start of another minute. */
  Finding finding(long end, long decided, long watchlistVersion) {
    return new Finding(windows, end, Minutes.start(decided), watchlistVersion);
  }

  private long measure(long end) {
    return windows.tally(end).of(spec.measure());
  }
}
