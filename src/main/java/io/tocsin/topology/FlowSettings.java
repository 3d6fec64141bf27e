package io.tocsin.topology;

import java.time.Duration;
import java.util.List;

/**
 * What the flow needs to know.
 *
 * @param prefix of the topics, such as {@code news.}
 * @param ahead how far ahead of the receive time an article's time is believed
 * @param grace how far behind the newest trusted time an article is on time
 * @param maxBytes longer text is cut and marked
 * @param duplicateWindow how long an id is remembered, in receive time
 * @param retention how long panes and episodes are kept after their last article, in receive time
 * @param languages which languages the detection chooses among
 * @param names whether names that no watchlist has are looked for
 */
public record FlowSettings(
    String prefix,
    Duration ahead,
    Duration grace,
    int maxBytes,
    Duration duplicateWindow,
    Duration retention,
    List<String> languages,
    boolean names) {
  /** Makes the list immutable. */
  public FlowSettings {
    languages = List.copyOf(languages);
  }
}
