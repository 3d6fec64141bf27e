package io.tocsin.deliver.config;

import io.tocsin.model.Alert;
import io.tocsin.model.Severity;
import java.util.Map;
import java.util.Set;

/**
 * Which changes of alerts go to a sink: those that fit every part.
 *
 * @param severity at least this
 * @param rules of these ids; empty for all
 * @param states to these; empty for all
 * @param labels these with these values, whatever others there are
 */
public record Route(
    Severity severity, Set<String> rules, Set<Alert.State> states, Map<String, String> labels) {

  /** Everything. */
  public static final Route ALL = new Route(Severity.INFO, Set.of(), Set.of(), Map.of());

  /** Copies the collections. */
  public Route {
    rules = Set.copyOf(rules);
    states = Set.copyOf(states);
    labels = Map.copyOf(labels);
  }

  /** Whether a change goes to the sink. */
  public boolean takes(Alert alert) {
    return alert.severity().compareTo(severity) >= 0
        && (rules.isEmpty() || rules.contains(alert.rule()))
        && (states.isEmpty() || states.contains(alert.state()))
        && alert.labels().entrySet().containsAll(labels.entrySet());
  }
}
