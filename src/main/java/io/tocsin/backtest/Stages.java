package io.tocsin.backtest;

import io.tocsin.alert.spike.History;
import io.tocsin.count.Arrival;
import io.tocsin.count.Arrival.Contribution;
import io.tocsin.count.Clocks;
import io.tocsin.model.Alert;
import io.tocsin.model.Beat;
import io.tocsin.model.Mark;
import io.tocsin.model.Mention;
import io.tocsin.model.Outcome;
import io.tocsin.model.Reason;
import io.tocsin.model.ScreenedArticle;
import io.tocsin.model.Tagging;
import io.tocsin.model.Tick;
import io.tocsin.model.pane.Minutes;
import io.tocsin.model.pane.Panes;
import io.tocsin.topology.Admission;
import io.tocsin.topology.CompiledWatchlist;
import io.tocsin.topology.FlowMeter;
import io.tocsin.topology.FlowSettings;
import io.tocsin.topology.Screened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The part of the flow in which order matters, one record after the other: clocks, repeats,
 * contributions, counts, alerts. It keeps as many clocks and lanes as live has partitions, because
 * who is late and when an episode is looked at again depends on them.
 */
final class Stages {
  private final CompiledWatchlist watchlist;
  private final Period period;
  private final Admission admission;
  private final FlowMeter meter;
  private final Consumer<Alert> listener;
  private final MemorySeen seen;
  private final @Nullable Instant[] clocks;
  private final Clocks all;
  private final History volume = History.lasting();
  private final List<Lane> lanes;
  private @Nullable Tick told;

  /** Stages over so many partitions that tell the alerts of a period. */
  Stages(
      FlowSettings settings,
      CompiledWatchlist watchlist,
      Period period,
      int partitions,
      FlowMeter meter,
      Consumer<Alert> listener) {
    this.watchlist = watchlist;
    this.period = period;
    this.admission = new Admission(settings);
    this.meter = meter;
    this.listener = listener;
    this.seen = new MemorySeen(settings.duplicateWindow());
    this.clocks = new Instant[partitions];
    this.all = new Clocks(partitions);
    this.lanes =
        IntStream.range(0, partitions).mapToObj(lane -> new Lane(settings, volume, meter)).toList();
  }

  /** Takes the next record. */
  void take(Prepared prepared) {
    if (prepared.settled() instanceof Outcome.Accepted<ScreenedArticle> accepted) {
      if (period.reads(accepted.value())) {
        meter.received();
        take(prepared, accepted.value());
      }
    } else if (prepared.settled() instanceof Outcome.Refused<ScreenedArticle> refused) {
      meter.received();
      meter.rejected(refused.refusal().reason());
    }
  }

  /** What was counted of a series and is still kept. */
  Panes panes(String series) {
    return lane(series).panes();
  }

  private void take(Prepared prepared, ScreenedArticle settled) {
    int partition = prepared.record().partition();
    Screened screened = admission.against(clocks[partition], settled);
    clocks[partition] = screened.clock();
    Arrival arrival = Arrival.of(screened.article(), screened.clock(), prepared.text(), seen);
    if (arrival.repeated()) {
      meter.duplicate();
      return;
    }
    Tagging tagging = prepared.tagging();
    if (tagging == null) {
      meter.rejected(Reason.PROCESSING_FAILED);
      return;
    }
    Contribution found = arrival.contribution(tagging, watchlist.watchlist());
    arrival.remember(found, seen);
    meter.tagged(found.tagged(), tagging, 0);
    if (found.tagged().revision() == 0 && !found.tagged().marks().contains(Mark.LATE)) {
      volume.add(Minutes.of(found.tagged().eventTime()), 1);
    }
    List<Alert> alerts = alerts(found.mentions());
    alerts.addAll(passed(partition, screened));
    for (Alert alert : alerts) {
      if (period.tells(settled)) {
        meter.alert(alert);
        listener.accept(alert);
      }
    }
  }

  private List<Alert> alerts(List<Mention> mentions) {
    List<Alert> alerts = new ArrayList<>();
    for (Mention mention : mentions) {
      alerts.addAll(lane(mention.seriesKey()).take(mention, watchlist.rules()));
    }
    return alerts;
  }

  /** What a new minute of event time brings on all lanes. */
  private List<Alert> passed(int partition, Screened screened) {
    Instant clock = screened.clock();
    if (clock == null) {
      return List.of();
    }
    Instant receivedAt = screened.article().receivedAt();
    all.hear(new Beat(partition, clock, receivedAt));
    Tick tick = Tick.alone(clock, receivedAt, all.complete());
    if (!tick.saysMoreThan(told)) {
      return List.of();
    }
    told = tick;
    List<Alert> alerts = new ArrayList<>();
    lanes.forEach(lane -> alerts.addAll(lane.pass(tick, watchlist.rules())));
    return alerts;
  }

  private Lane lane(String series) {
    return lanes.get(Partitions.of(series, lanes.size()));
  }
}
