package io.tocsin.alert;

import io.tocsin.model.Alert.Observed;
import io.tocsin.model.Alert.Window;
import io.tocsin.model.Evidence;
import io.tocsin.model.pane.Minutes;
import io.tocsin.model.pane.Pane;
import io.tocsin.model.pane.Pane.Exhibit;
import io.tocsin.model.pane.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Sliding windows over the panes of one series. A window of n minutes that ends in minute e holds
 * the minutes (e − n, e].
 */
final class WindowView {
  private static final Comparator<Evidence> BY_TIME =
      Comparator.comparing(Evidence::publishedAt).thenComparing(Evidence::article);

  private final SortedMap<Long, Pane> panes;
  private final long length;

  WindowView(SortedMap<Long, Pane> panes, long length) {
    this.panes = panes;
    this.length = length;
  }

  /** The measures of the window that ends in a minute; late mentions are not in them. */
  Observed observed(long end) {
    return tally(end).observed();
  }

  /** What was counted in the window that ends in a minute. */
  Tally tally(long end) {
    return Tally.sum(in(end).values().stream().map(Pane::onTime).toList());
  }

  /** The same window or one of another length that ends in the same minute. */
  WindowView of(long otherLength) {
    return new WindowView(panes, otherLength);
  }

  /** Whether a pane holds articles that came on time. */
  static boolean hasNews(@Nullable Pane pane) {
    return pane != null && pane.onTime().articles() > 0;
  }

  /**
   * At most {@code most} articles of the window, one of each story first, then the rest; oldest
   * first, without those known.
   */
  List<Evidence> evidence(long end, int most, Set<String> known) {
    List<Evidence> firsts = new ArrayList<>();
    List<Evidence> copies = new ArrayList<>();
    Set<String> stories = new HashSet<>();
    for (Pane pane : in(end).values()) {
      for (Exhibit exhibit : pane.exhibits()) {
        if (known.contains(exhibit.evidence().article())) {
          continue;
        }
        (stories.add(exhibit.story()) ? firsts : copies).add(exhibit.evidence());
      }
    }
    List<Evidence> chosen = new ArrayList<>(firsts.subList(0, Math.min(most, firsts.size())));
    chosen.addAll(copies.subList(0, Math.min(most - chosen.size(), copies.size())));
    chosen.sort(BY_TIME);
    return chosen;
  }

  /** The range of event time of the window that ends in a minute. */
  Window range(long end) {
    return new Window(Minutes.start(end - length + 1), Minutes.start(end + 1));
  }

  private SortedMap<Long, Pane> in(long end) {
    return panes.subMap(end - length + 1, end + 1);
  }
}
