package io.tocsin.deliver.channel;

import io.tocsin.model.Alert;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What leaves in one piece.
 *
 * @param id the same at every attempt, so that a receiver can tell a repetition
 * @param changes of alerts, at least one, in the order in which they were told
 */
public record Message(String id, List<Alert> changes) {
  /** Copies the list. */
  public Message {
    changes = List.copyOf(changes);
  }

  /** The newest change of each alert, in the order of their first: what people want to read. */
  public List<Alert> newest() {
    Map<String, Alert> newest = new LinkedHashMap<>();
    changes.forEach(alert -> newest.put(alert.id(), alert));
    return List.copyOf(newest.values());
  }
}
