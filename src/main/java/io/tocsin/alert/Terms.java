package io.tocsin.alert;

import io.tocsin.model.Condition;
import io.tocsin.model.Condition.First;
import io.tocsin.model.Condition.Newcomer;
import io.tocsin.model.Condition.Silence;
import io.tocsin.model.Measure;
import io.tocsin.model.Severity;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
 * @param asked what it asks for, in words, where that is no number; else null
 */
public record Terms(
    String rule,
    long version,
    Severity severity,
    Map<String, String> labels,
    Measure measure,
    int atLeast,
    long window,
    @Nullable String asked) {

  /** Makes the labels immutable, in a fixed order. */
  public Terms {
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
  }

  private static @Nullable String asked(Condition condition) {
    if (condition instanceof First first) {
      return "the first mention in " + Spans.text(first.within());
    }
    if (condition instanceof Newcomer newcomer) {
      return "a name unheard for " + Spans.text(newcomer.unseen());
    }
    return condition instanceof Silence silence
        ? "no article for " + Spans.text(silence.after())
        : null;
  }

  static Terms of(RuleSpec spec) {
    return new Terms(
        spec.rule().id(),
        spec.rule().version(),
        spec.rule().severity(),
        spec.rule().labels(),
        spec.measure(),
        spec.atLeast(),
        spec.window(),
        asked(spec.rule().when()));
  }
}
