package io.tocsin.alert;

import io.tocsin.model.Alert.Observed;
import io.tocsin.model.Measure;
import org.jspecify.annotations.Nullable;

/**
 * How high a window rose.
 *
 * @param observed what was measured
 * @param standing how that stood against the past; null where a rule does not ask
 */
record Height(Observed observed, @Nullable Standing standing) {

  /** A height that was not held against the past. */
  static Height of(Observed observed) {
    return new Height(observed, null);
  }

  /** Whether it is above another: by the score where there is one, else by the measure. */
  boolean isAbove(Height other, Measure measure) {
    if (standing == null || other.standing() == null) {
      return observed.of(measure) > other.observed().of(measure);
    }
    return standing.score() > other.standing().score();
  }
}
