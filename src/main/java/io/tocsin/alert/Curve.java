package io.tocsin.alert;

import io.tocsin.model.Measure;
import io.tocsin.model.pane.Minutes;
import io.tocsin.model.pane.Pane;
import io.tocsin.model.pane.Panes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/** A measure over time as the windows of a rule saw it: what charts draw. */
public final class Curve {
  private Curve() {}

  /**
   * One step.
   *
   * @param at the instant from which on the sliding window holds so many
   * @param value the measure, until the next step
   */
  public record Step(Instant at, long value) {}

  /**
   * The steps of a range of event time. A window changes only where a pane enters or leaves it, so
   * only those minutes are worked out.
   *
   * @param window length of the sliding window
   * @return in order of time; the first stands at {@code from}
   */
  public static List<Step> of(
      Panes panes, String series, Measure measure, Duration window, Instant from, Instant to) {
    long length = Math.max(1, window.toMinutes());
    long first = Minutes.of(from);
    long last = Minutes.of(to);
    SortedMap<Long, Pane> filled = panes.between(series, first - length, last);
    WindowView windows = new WindowView(filled, length);
    TreeSet<Long> changes = new TreeSet<>(List.of(first));
    for (long minute : filled.keySet()) {
      changes.add(minute);
      changes.add(minute + length);
    }
    List<Step> steps = new ArrayList<>();
    for (long minute : changes.subSet(first, true, last, true)) {
      steps.add(new Step(Minutes.start(minute), windows.tally(minute).of(measure)));
    }
    return steps;
  }
}
