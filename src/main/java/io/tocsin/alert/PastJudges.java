package io.tocsin.alert;

import io.tocsin.model.Condition;
import io.tocsin.model.Condition.Drop;
import io.tocsin.model.Condition.First;
import io.tocsin.model.Condition.Newcomer;
import io.tocsin.model.Condition.Silence;
import io.tocsin.model.Condition.Spike;

/** Which judge a rule that looks at the past has. */
final class PastJudges {
  private PastJudges() {}

  static boolean has(Condition condition) {
    return condition instanceof Spike
        || condition instanceof First
        || condition instanceof Newcomer
        || condition instanceof Drop
        || condition instanceof Silence;
  }

  static PastJudge of(Sight sight, RuleSpec spec, String series) {
    Condition condition = spec.rule().when();
    if (condition instanceof Spike spike) {
      return new SpikeJudge(sight, series, spike);
    }
    if (condition instanceof First first) {
      return new FirstJudge(sight, series, first.within().toMinutes(), spec.window(), 1);
    }
    if (condition instanceof Newcomer newcomer) {
      long unseen = newcomer.unseen().toMinutes();
      return new FirstJudge(sight, series, unseen, spec.window(), newcomer.voices());
    }
    if (condition instanceof Drop drop) {
      return new DropJudge(sight, spec, series, drop);
    }
    if (condition instanceof Silence) {
      return new SilenceJudge(sight, spec, series);
    }
    throw new IllegalArgumentException("rule " + spec.rule().id() + " does not look at the past");
  }
}
