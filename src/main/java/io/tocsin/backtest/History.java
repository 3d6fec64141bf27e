package io.tocsin.backtest;

import io.tocsin.model.Alert;
import io.tocsin.model.Alert.State;
import io.tocsin.model.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One alert from its first record to its last.
 *
 * @param records in order; not empty
 */
public record History(List<Alert> records) {
  /** Makes the list immutable. */
  public History {
    records = List.copyOf(records);
  }

  /** The alerts of many records, in the order of their first ones. */
  public static List<History> of(List<Alert> records) {
    Map<String, List<Alert>> byId = new LinkedHashMap<>();
    for (Alert record : records) {
      byId.computeIfAbsent(record.id(), unused -> new ArrayList<>()).add(record);
    }
    return byId.values().stream().map(History::new).toList();
  }

  /** The record with which it began. */
  public Alert first() {
    return records.get(0);
  }

  /** The newest record: the height of the episode and, perhaps, its end. */
  public Alert last() {
    return records.get(records.size() - 1);
  }

  /** Event time that opened it. */
  public Instant openedAt() {
    return first().changedAt();
  }

  /** Where it ended; null while it is open. */
  public @Nullable Instant endedAt() {
    return last().state() == State.RESOLVED ? last().endsAt() : null;
  }

  /** Every article that its records showed, in order, each once. */
  public List<Evidence> evidence() {
    Map<String, Evidence> byArticle = new LinkedHashMap<>();
    for (Alert record : records) {
      record.evidence().forEach(shown -> byArticle.putIfAbsent(shown.article(), shown));
    }
    return List.copyOf(byArticle.values());
  }
}
