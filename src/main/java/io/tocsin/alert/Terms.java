package io.tocsin.alert;

import io.tocsin.model.Measure;
import io.tocsin.model.Severity;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an episode keeps of its rule, so that it can still be told when the rule is gone.
 *
 * @param rule id of the rule
 * @param version version of the rule
 * @param severity how much it matters
 * @param labels handed on
 * @param measure what is counted
 * @param atLeast from which number on
 * @param window length of the window in minutes
 */
public record Terms(
    String rule,
    long version,
    Severity severity,
    Map<String, String> labels,
    Measure measure,
    int atLeast,
    long window) {

  /** Makes the labels immutable, in a fixed order. */
  public Terms {
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
  }

  static Terms of(RuleSpec spec) {
    return new Terms(
        spec.rule().id(),
        spec.rule().version(),
        spec.rule().severity(),
        spec.rule().labels(),
        spec.measure(),
        spec.atLeast(),
        spec.window());
  }
}
