package io.tocsin.topology;

import io.tocsin.count.Batch;
import io.tocsin.count.Counter;
import io.tocsin.model.Mention;
import io.tocsin.model.SubjectCount;
import io.tocsin.model.pane.Minutes;
import io.tocsin.model.pane.Pane;
import io.tocsin.topology.TagStage.Result;
import io.tocsin.wire.JsonSerde;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Counting as one would write it first: a record for each mention through the repartition topic, a
 * look at the pane and a count for each, everything JSON. What the packed form must agree with, and
 * what it is measured against.
 */
final class NaiveCount {
  private final FlowSettings settings;

  NaiveCount(FlowSettings settings) {
    this.settings = settings;
  }

  KStream<String, Counted> apply(StreamsBuilder builder, KStream<String, Result> results) {
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(Names.PANES),
            Serdes.String(),
            JsonSerde.of(Pane.class)));
    builder.addStateStore(HourStore.builder());
    builder.addStateStore(VolumeStore.builder());
    builder.addStateStore(new CommitHookBuilder(Names.FRESH));
    KStream<String, Counted> counted =
        results
            .flatMap(
                (id, result) ->
                    result instanceof Result.Tagged tagged
                        ? tagged.mentions().stream()
                            .map(mention -> KeyValue.pair(mention.seriesKey(), mention))
                            .toList()
                        : List.<KeyValue<String, Mention>>of(),
                Named.as("spread"))
            .repartition(
                Repartitioned.with(Serdes.String(), JsonSerde.of(Mention.class))
                    .withName(Names.MENTIONS))
            .process(
                CountProcessor::new,
                Named.as(Names.COUNT),
                Names.PANES,
                Names.HOURS,
                Names.VOLUME,
                Names.FRESH);
    CountStage.write(
        settings,
        counted
            .filter(CountStage::ofSubject, Named.as(Names.KEEP_SUBJECTS))
            .mapValues(NaiveCount::count, Named.as(Names.TELL)));
    return counted;
  }

  private static SubjectCount count(Counted counted) {
    Counted.Changed changed = (Counted.Changed) counted;
    Mention mention = changed.mention();
    return Counter.countOf(mention.series(), Minutes.of(mention.eventTime()), changed.pane());
  }

  /** Counts one mention at a time. */
  private static final class CountProcessor implements Processor<String, Mention, String, Counted> {
    private @Nullable ProcessorContext<String, Counted> context;
    private @Nullable Counter counter;

    @Override
    public void init(ProcessorContext<String, Counted> newContext) {
      context = newContext;
      CountStores stores = CountStores.open(newContext, 0);
      counter = new Counter(stores.panes(), stores.hours());
    }

    @Override
    public void process(Record<String, Mention> record) {
      Mention mention = record.value();
      Counted counted =
          new Counted.Changed(mention, Objects.requireNonNull(counter).count(Batch.of(mention)));
      Objects.requireNonNull(context).forward(record.withValue(counted));
    }
  }
}
