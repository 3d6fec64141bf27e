package io.tocsin.topology;

import io.tocsin.count.Counter;
import io.tocsin.model.Mention;
import io.tocsin.model.SubjectCount;
import io.tocsin.wire.Topics;
import java.util.Objects;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Mentions in, by series; counts of subjects to {@code news.counts}; counted mentions out. */
final class CountStage {
  private final FlowSettings settings;
  private final Guarded guarded;

  CountStage(FlowSettings settings, FlowMeter meter) {
    this.settings = settings;
    this.guarded = new Guarded(FlowMeter.Step.COUNT, meter);
  }

  KStream<String, Counted> apply(StreamsBuilder builder, KStream<String, Mention> mentions) {
    builder.addStateStore(PaneStore.builder());
    KStream<String, Counted> counted =
        mentions.process(CountProcessor::new, Named.as(Names.COUNT), Names.PANES);
    counted
        .filter((series, pane) -> pane.mention().rule() == null, Named.as(Names.KEEP_SUBJECTS))
        .mapValues(Counted::count, Named.as(Names.KEEP_COUNT))
        .processValues(
            CloudEvents.of("io.tocsin.count", CountStage::eventId, SubjectCount::start),
            Named.as(Names.DESCRIBE_COUNT))
        .to(
            Topics.COUNTS.name(settings.prefix()),
            Produced.with(Topics.COUNTS.key(), Topics.COUNTS.value()).withName(Names.WRITE_COUNTS));
    return counted;
  }

  private static String eventId(SubjectCount count) {
    return count.subject().id() + "@" + count.start() + "#" + count.articles();
  }

  /** Counts one mention at a time. */
  private final class CountProcessor implements Processor<String, Mention, String, Counted> {
    private @Nullable ProcessorContext<String, Counted> context;
    private @Nullable Counter counter;
    private @Nullable Housekeeping housekeeping;

    @Override
    public void init(ProcessorContext<String, Counted> newContext) {
      context = newContext;
      PaneStore panes = new PaneStore(newContext.getStateStore(Names.PANES));
      counter = new Counter(panes);
      housekeeping = new Housekeeping(settings.retention(), panes::forgetBefore);
    }

    @Override
    public void process(Record<String, Mention> record) {
      Objects.requireNonNull(housekeeping).at(record.value().receivedAt());
      Mention mention = record.value();
      Counter into = Objects.requireNonNull(counter);
      guarded
          .of(mention, () -> into.count(mention))
          .ifPresent(count -> forward(record.withValue(new Counted(mention, count))));
    }

    private void forward(Record<String, Counted> counted) {
      Objects.requireNonNull(context).forward(counted);
    }
  }
}
