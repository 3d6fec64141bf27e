package io.tocsin.metrics;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a label from growing without end: the first values stand for themselves, every later one is
 * {@code other}. Each series costs memory here and in every Prometheus that scrapes us, and values
 * that come from configuration are only as few as their author makes them.
 */
final class CappedLabel {
  /** What values beyond the cap are called. */
  static final String OTHER = "other";

  private final int cap;
  private final Runnable onCut;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  /**
   * A label.
   *
   * @param cap how many values stand for themselves
   * @param onCut called each time a value is replaced
   */
  CappedLabel(int cap, Runnable onCut) {
    this.cap = cap;
    this.onCut = onCut;
  }

  /** The value itself while there is room for it, else {@code other}. */
  String of(String value) {
    if (known.contains(value)) {
      return value;
    }
    synchronized (known) {
      if (known.size() < cap) {
        known.add(value);
        return value;
      }
    }
    onCut.run();
    return OTHER;
  }
}
