package io.tocsin.serve;

import io.tocsin.model.Alert;
import io.tocsin.model.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Episodes with their records. Bounded: when there are too many, the resolved one that came first
 * goes, and only when none is resolved an open one. Not safe for threads by itself.
 */
final class AlertBook {
  private static final int RECORDS = 64;
  private static final int EVIDENCE = 20;

  private final int cap;
  private final Map<String, List<Alert>> episodes = new LinkedHashMap<>();
  private int open;

  AlertBook(int cap) {
    this.cap = cap;
  }

  /** Takes a record; false when it is known already, as after a replay. */
  boolean put(Alert alert) {
    List<Alert> records = episodes.computeIfAbsent(alert.id(), id -> new ArrayList<>());
    boolean wasOpen = isOpen(records);
    if (!records.isEmpty() && last(records).sequence() >= alert.sequence()) {
      return false;
    }
    records.add(alert);
    if (records.size() > RECORDS) {
      // The first record says how it began, so the second goes.
      records.remove(1);
    }
    open += (isOpen(records) ? 1 : 0) - (wasOpen ? 1 : 0);
    shrink();
    return true;
  }

  /** How many episodes are open. */
  int open() {
    return open;
  }

  /**
   * The present state of each episode, newest change first, with the evidence of all its records.
   */
  List<Alert> list(boolean openOnly, int limit) {
    return episodes.values().stream()
        .filter(records -> !openOnly || isOpen(records))
        .sorted(Comparator.comparing((List<Alert> records) -> last(records).changedAt()).reversed())
        .limit(limit)
        .map(AlertBook::merged)
        .toList();
  }

  /** All records of one episode, oldest first. */
  Optional<List<Alert>> history(String id) {
    return Optional.ofNullable(episodes.get(id)).map(List::copyOf);
  }

  /** The present state of one episode. */
  Optional<Alert> current(String id) {
    return Optional.ofNullable(episodes.get(id)).map(AlertBook::merged);
  }

  private void shrink() {
    if (episodes.size() <= cap) {
      return;
    }
    String victim =
        episodes.entrySet().stream()
            .filter(entry -> !isOpen(entry.getValue()))
            .findFirst()
            .or(() -> episodes.entrySet().stream().findFirst())
            .orElseThrow()
            .getKey();
    List<Alert> gone = episodes.remove(victim);
    if (gone != null && isOpen(gone)) {
      open--;
    }
  }

  private static boolean isOpen(List<Alert> records) {
    return !records.isEmpty() && last(records).state() != Alert.State.RESOLVED;
  }

  private static Alert last(List<Alert> records) {
    return records.get(records.size() - 1);
  }

  private static Alert merged(List<Alert> records) {
    Map<String, Evidence> byArticle = new LinkedHashMap<>();
    for (int i = records.size() - 1; i >= 0; i--) {
      records
          .get(i)
          .evidence()
          .forEach(evidence -> byArticle.putIfAbsent(evidence.article(), evidence));
    }
    List<Evidence> evidence =
        byArticle.values().stream()
            .sorted(Comparator.comparing(Evidence::publishedAt).reversed())
            .limit(EVIDENCE)
            .toList();
    Alert a = last(records);
    return new Alert(
        a.id(),
        a.state(),
        a.reason(),
        a.rule(),
        a.ruleVersion(),
        a.subject(),
        a.severity(),
        a.labels(),
        a.startsAt(),
        a.changedAt(),
        a.endsAt(),
        a.window(),
        a.sequence(),
        a.observed(),
        a.measure(),
        a.expected(),
        a.spread(),
        a.score(),
        a.baseline(),
        evidence,
        a.evidenceTotal(),
        a.watchlistVersion(),
        a.summary());
  }
}
