package io.tocsin.topology;

import io.tocsin.alert.AlertDesk;
import io.tocsin.alert.RuleBook;
import io.tocsin.model.Alert;
import io.tocsin.model.Mention;
import io.tocsin.model.Tick;
import io.tocsin.wire.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Counted mentions in; changes of alerts to {@code news.alerts}. */
final class AlertStage {
  private final FlowSettings settings;
  private final Watchlists watchlists;
  private final FlowMeter meter;
  private final Guarded guarded;

  AlertStage(FlowSettings settings, Watchlists watchlists, FlowMeter meter) {
    this.settings = settings;
    this.watchlists = watchlists;
    this.meter = meter;
    this.guarded = new Guarded(FlowMeter.Step.ALERT, meter);
  }

  void apply(StreamsBuilder builder, KStream<String, Counted> counted) {
    builder.addStateStore(EpisodeStore.builder());
    counted
        .process(
            AlertProcessor::new,
            Named.as(Names.ALERT),
            Names.PANES,
            Names.HOURS,
            Names.FRESH,
            Names.EPISODES)
        .processValues(
            CloudEvents.of(
                "io.tocsin.alert", alert -> alert.id() + "@" + alert.sequence(), Alert::changedAt),
            Named.as(Names.DESCRIBE_ALERT))
        .to(
            Topics.ALERTS.name(settings.prefix()),
            Produced.with(Topics.ALERTS.key(), Topics.ALERTS.value()).withName(Names.WRITE_ALERTS));
  }

  /** Lets the desk look at one counted mention at a time, and at what time alone brings. */
  private final class AlertProcessor implements Processor<String, Counted, String, Alert> {
    private @Nullable ProcessorContext<String, Alert> context;
    private @Nullable AlertDesk desk;
    private @Nullable Housekeeping housekeeping;

    @Override
    public void init(ProcessorContext<String, Alert> newContext) {
      context = newContext;
      EpisodeStore episodes = new EpisodeStore(newContext.getStateStore(Names.EPISODES));
      desk = new AlertDesk(CountStores.of(newContext).counts(), episodes, settings.grace());
      housekeeping = new Housekeeping(settings.retention(), episodes::forgetBefore);
    }

    @Override
    public void process(Record<String, Counted> record) {
      for (Alert alert : alerts(record.value()).orElse(List.of())) {
        meter.alert(alert);
        Objects.requireNonNull(context).forward(record.withKey(alert.id()).withValue(alert));
      }
    }

    private Optional<List<Alert>> alerts(Counted counted) {
      AlertDesk at = Objects.requireNonNull(desk);
      if (counted instanceof Counted.Changed changed) {
        Mention mention = changed.mention();
        RuleBook rules = rules(mention.receivedAt());
        return guarded.of(mention, () -> at.consider(mention, rules));
      }
      Tick tick = ((Counted.Passed) counted).tick();
      RuleBook rules = rules(tick.receivedAt());
      return guarded.of(tick, () -> at.pass(tick, rules));
    }

    private RuleBook rules(Instant receivedAt) {
      Objects.requireNonNull(housekeeping).at(receivedAt);
      return watchlists.at(receivedAt).rules();
    }
  }
}
