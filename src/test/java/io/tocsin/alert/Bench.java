package io.tocsin.alert;

import io.tocsin.alert.spike.History;
import io.tocsin.count.Batch;
import io.tocsin.count.Counter;
import io.tocsin.fixtures.MemoryEpisodes;
import io.tocsin.fixtures.MemoryHours;
import io.tocsin.fixtures.MemoryPanes;
import io.tocsin.model.Alert;
import io.tocsin.model.Alias;
import io.tocsin.model.Condition;
import io.tocsin.model.Condition.Spike;
import io.tocsin.model.Condition.Threshold;
import io.tocsin.model.Measure;
import io.tocsin.model.Mention;
import io.tocsin.model.Rule;
import io.tocsin.model.Rule.Resolve;
import io.tocsin.model.Scope;
import io.tocsin.model.Severity;
import io.tocsin.model.Subject;
import io.tocsin.model.Tick;
import io.tocsin.model.Watchlist;
import io.tocsin.model.pane.Minutes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A desk with panes and episodes in memory, and everything that it told. */
final class Bench {
  static final String SUBJECT = "place/kp";

  final MemoryPanes panes = new MemoryPanes();
  final MemoryHours hours = new MemoryHours();
  final History volume = History.lasting();
  final MemoryEpisodes episodes = new MemoryEpisodes();
  final List<Alert> told = new ArrayList<>();
  RuleBook book;
  private AlertDesk desk = desk();

  Bench(Rule... rules) {
    book = book(1, rules);
  }

  static RuleBook book(long version, Rule... rules) {
    Subject subject =
        new Subject(
            SUBJECT,
            "North Korea",
            List.of(Alias.of("North Korea")),
            List.of(),
            List.of(),
            List.of(),
            List.of("east-asia"),
            null,
            null,
            null,
            null);
    return new RuleBook(new Watchlist(version, Instant.EPOCH, List.of(subject), List.of(rules)));
  }

  static Rule rule(Condition when, @Nullable Resolve resolve) {
    Scope scope =
        when.looksAtSubjects()
            ? new Scope(List.of(), List.of("east-asia"), List.of(), false)
            : Scope.NONE;
    return new Rule(
        "r", 1, scope, when, Severity.WARNING, Rule.DEFAULT_REARM, resolve, Map.of("team", "desk"));
  }

  static Rule threshold(Measure measure, int atLeast, Duration window) {
    return rule(
        new Threshold(window, measure, atLeast, Duration.ZERO),
        new Resolve(2, Duration.ofMinutes(10)));
  }

  static Rule spike(Spike spike) {
    return rule(spike, null);
  }

  /** An article was accepted, whatever it mentions. */
  void accept(Instant at) {
    volume.add(Minutes.of(at), 1);
  }

  /** What the process does for each mention: count it, then let the desk look. */
  List<Alert> see(Mention mention) {
    count(mention);
    List<Alert> alerts = desk.consider(mention, book);
    told.addAll(alerts);
    return alerts;
  }

  /**
   * A pack: all of it is counted before the desk looks at its batches, those of old minutes first.
   */
  void seePack(List<Mention> pack) {
    for (Mention mention : pack) {
      count(mention);
    }
    for (Batch batch : Batch.of(pack)) {
      told.addAll(desk.consider(batch.foremost(), book));
    }
  }

  /** Event time has come so far, and nothing is missing up to there. */
  List<Alert> pass(Instant clock) {
    List<Alert> alerts = desk.pass(Tick.alone(clock, clock, clock), book);
    told.addAll(alerts);
    return alerts;
  }

  private AlertDesk desk() {
    return new AlertDesk(new Counts(panes, hours, volume), episodes, Duration.ofHours(1));
  }

  private void count(Mention mention) {
    new Counter(panes, hours).count(mention);
  }

  /** Forgets everything that is not in the stores, as a crash does. */
  void restart() {
    desk = desk();
  }
}
