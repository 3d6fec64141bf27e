package io.tocsin.backtest;

import io.tocsin.alert.spike.CountReplay;
import io.tocsin.alert.spike.CountReplay.Episode;
import io.tocsin.alert.spike.CountReplay.Step;
import io.tocsin.model.Condition.Spike;
import io.tocsin.model.Rule;
import io.tocsin.model.Watchlist;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A spike rule held against plain series of counts.
 *
 * @param rule its condition
 * @param name its id, or {@code spike} for the default one
 * @param rearm at most one episode of a series opens in such a time
 */
public record CountTrial(String name, Spike rule, Duration rearm) {

  /** The rule that says only {@code spike: {}}. */
  public static final CountTrial DEFAULT =
      new CountTrial("spike", Spike.DEFAULT, Rule.DEFAULT_REARM);

  /**
   * The rule of an id.
   *
   * @throws IllegalArgumentException when the watchlist has no such spike rule; the message names
   *     those that it has
   */
  public static CountTrial of(Watchlist watchlist, String id) {
    for (Rule rule : watchlist.rules()) {
      if (rule.id().equals(id) && rule.when() instanceof Spike spike) {
        return new CountTrial(id, spike, rule.rearm());
      }
    }
    List<String> known =
        watchlist.rules().stream()
            .filter(rule -> rule.when() instanceof Spike)
            .map(Rule::id)
            .toList();
    String remedy =
        known.isEmpty()
            ? "it has none; leave --rule out to use the default one"
            : known.stream().collect(Collectors.joining(", ", "choose one of ", ""));
    throw new IllegalArgumentException("the watchlist has no spike rule '" + id + "': " + remedy);
  }

  /**
   * What the rule makes of a series.
   *
   * @param series the series
   * @param steps what was known after each bin
   * @param episodes in order of opening
   */
  public record Result(CountSeries series, List<Step> steps, List<Episode> episodes) {
    /** Makes the lists immutable. */
    public Result {
      steps = List.copyOf(steps);
      episodes = List.copyOf(episodes);
    }
  }

  /** Runs the rule over a series. */
  public Result run(CountSeries series) {
    return new Result(
        series,
        CountReplay.run(rule, rearm, series.points()),
        CountReplay.episodes(rule, rearm, series.points()));
  }
}
