package io.tocsin.deliver;

import io.tocsin.model.Delivery;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The newest attempts of all instances, for questions. Safe for use by many threads. */
final class DeliveryBook {

  private final int most;
  private final Deque<Delivery> all = new ArrayDeque<>();
  private final Map<String, Deque<Delivery>> byAlert = new HashMap<>();

  /**
   * An empty book.
   *
   * @param most attempts that are kept; the oldest leave
   */
  DeliveryBook(int most) {
    this.most = most;
  }

  synchronized void add(Delivery delivery) {
    all.addLast(delivery);
    byAlert.computeIfAbsent(delivery.alert(), id -> new ArrayDeque<>()).addLast(delivery);
    if (all.size() > most) {
      // What was told first was told first of its alert, too.
      String id = all.removeFirst().alert();
      Deque<Delivery> same = byAlert.getOrDefault(id, new ArrayDeque<>());
      same.pollFirst();
      if (same.isEmpty()) {
        byAlert.remove(id);
      }
    }
  }

  /** Attempts for an alert, oldest first. */
  synchronized List<Delivery> of(String alert) {
    return List.copyOf(byAlert.getOrDefault(alert, new ArrayDeque<>()));
  }

  /** The newest attempts, newest first. */
  synchronized List<Delivery> newest(int limit) {
    List<Delivery> newest = new ArrayList<>();
    all.descendingIterator()
        .forEachRemaining(
            delivery -> {
              if (newest.size() < limit) {
                newest.add(delivery);
              }
            });
    return newest;
  }
}
