package io.tocsin.backtest;

import io.tocsin.alert.AlertDesk;
import io.tocsin.alert.Counts;
import io.tocsin.alert.RuleBook;
import io.tocsin.alert.spike.History;
import io.tocsin.count.Counter;
import io.tocsin.model.Alert;
import io.tocsin.model.Mention;
import io.tocsin.model.Tick;
import io.tocsin.model.pane.Panes;
import io.tocsin.topology.FlowMeter;
import io.tocsin.topology.FlowSettings;
import io.tocsin.topology.Guarded;
import io.tocsin.topology.Housekeeping;
import java.time.Duration;
import java.util.List;

/**
 * Counting and alerting for one partition of the mentions: what is one task in the topology, with
 * panes, episodes and a desk of its own.
 */
final class Lane {
  private final MemoryPanes panes = new MemoryPanes();
  private final MemoryEpisodes episodes = new MemoryEpisodes();
  private final Counter counter;
  private final AlertDesk desk;
  private final Housekeeping ofPanes;
  private final Housekeeping ofEpisodes;
  private final Guarded counting;
  private final Guarded alerting;

  /**
   * A lane.
   *
   * @param volume how many articles there were, which all lanes share
   */
  Lane(FlowSettings settings, History volume, FlowMeter meter) {
    MemoryHours hours = new MemoryHours();
    Duration retention = settings.retention();
    this.counter = new Counter(panes, hours);
    this.desk = new AlertDesk(new Counts(panes, hours, volume), episodes, settings.grace());
    this.ofPanes = new Housekeeping(retention, panes::forgetBefore);
    this.ofEpisodes = new Housekeeping(retention, episodes::forgetBefore);
    this.counting = new Guarded(FlowMeter.Step.COUNT, meter);
    this.alerting = new Guarded(FlowMeter.Step.ALERT, meter);
  }

  /** What changes by one mention: records of alerts, in order. */
  List<Alert> take(Mention mention, RuleBook rules) {
    ofPanes.at(mention.receivedAt());
    if (counting.of(mention, () -> counter.count(mention)).isEmpty()) {
      return List.of();
    }
    ofEpisodes.at(mention.receivedAt());
    return alerting.of(mention, () -> desk.consider(mention, rules)).orElse(List.of());
  }

  /** What changes because event time has come so far: records of alerts, in order. */
  List<Alert> pass(Tick tick, RuleBook rules) {
    return alerting.of(tick, () -> desk.pass(tick, rules)).orElse(List.of());
  }

  /** What was counted and is still kept. */
  Panes panes() {
    return panes;
  }
}
