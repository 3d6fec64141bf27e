package io.tocsin.alert;

import io.tocsin.model.Alert.Cause;
import io.tocsin.model.Condition.Drop;
import io.tocsin.model.Condition.Match;
import io.tocsin.model.Condition.Newcomer;
import io.tocsin.model.Condition.Silence;
import io.tocsin.model.Condition.Spike;
import io.tocsin.model.Condition.Threshold;
import io.tocsin.model.Measure;
import io.tocsin.model.Rule;
import io.tocsin.model.pane.Minutes;
import java.time.Duration;
import java.time.Instant;

/**
 * A rule worked out into whole minutes. Every kind of rule is, in the end, a measure in a window of
 * a series: {@code together} asks for one article in the pair's series, {@code match} for one in
 * the story's.
 *
 * @param rule the rule
 * @param measure what is counted
 * @param atLeast from which number on
 * @param window length of the window in minutes
 * @param holdFor how many more minutes the measure must stay there
 * @param below the level under which an episode ends
 * @param hold how many minutes it must stay under it
 * @param ending what the end is called
 */
record RuleSpec(
    Rule rule,
    Measure measure,
    int atLeast,
    long window,
    long holdFor,
    int below,
    long hold,
    Cause ending) {

  /**
   * An article-level rule has no window of its own: its episode stays open this long after the last
   * article.
   */
  private static final Duration QUIET = Duration.ofHours(1);

  static RuleSpec of(Rule rule) {
    if (rule.when() instanceof Threshold threshold) {
      long window = threshold.window().toMinutes();
      int below =
          rule.resolve() == null
              ? Math.max(1, (threshold.atLeast() + 1) / 2)
              : rule.resolve().below();
      long hold = rule.resolve() == null ? window : rule.resolve().hold().toMinutes();
      return new RuleSpec(
          rule,
          threshold.measure(),
          threshold.atLeast(),
          window,
          threshold.holdFor().toMinutes(),
          below,
          hold,
          Cause.BELOW);
    }
    if (rule.when() instanceof Spike spike) {
      long window = spike.window().toMinutes();
      return new RuleSpec(
          rule, spike.measure(), spike.atLeast(), window, 0, 0, window, Cause.BELOW);
    }
    if (rule.when() instanceof Newcomer newcomer) {
      long window = newcomer.window().toMinutes();
      return new RuleSpec(rule, Measure.VOICES, newcomer.voices(), window, 0, 1, 0, Cause.EXPIRED);
    }
    if (rule.when() instanceof Drop drop) {
      long window = drop.window().toMinutes();
      return new RuleSpec(rule, drop.measure(), drop.atLeast(), window, 0, 0, 0, Cause.RECOVERED);
    }
    if (rule.when() instanceof Silence silence) {
      long after = silence.after().toMinutes();
      return new RuleSpec(rule, Measure.ARTICLES, 0, after, 0, 0, 0, Cause.RECOVERED);
    }
    return new RuleSpec(rule, Measure.ARTICLES, 1, QUIET.toMinutes(), 0, 1, 0, Cause.EXPIRED);
  }

  /** Whether it holds a subject against its past. */
  boolean looksAtPast() {
    return PastJudges.has(rule.when());
  }

  /** Whether an episode goes on when its period ends: nothing would begin it again. */
  boolean outlastsPeriod() {
    return rule.when() instanceof Silence || rule.when() instanceof Drop;
  }

  /**
   * The re-arm period in which a minute lies, by its first minute. A story has only one: it alerts
   * once, whenever its copies come.
   */
  long period(long minute) {
    if (rule.when() instanceof Match) {
      return 0;
    }
    return Math.floorDiv(minute, rearm()) * rearm();
  }

  /** One past the last minute of a period. */
  long periodEnd(long period) {
    return rule.when() instanceof Match ? Minutes.of(Instant.MAX) : period + rearm();
  }

  private long rearm() {
    return Math.max(1, rule.rearm().toMinutes());
  }
}
