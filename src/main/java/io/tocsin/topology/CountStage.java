package io.tocsin.topology;

import io.tocsin.count.Batch;
import io.tocsin.count.Counter;
import io.tocsin.model.Mention;
import io.tocsin.model.SubjectCount;
import io.tocsin.model.Tick;
import io.tocsin.model.pane.Pane;
import io.tocsin.wire.Headers;
import io.tocsin.wire.Topics;
import io.tocsin.wire.binary.Pack;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Packs of mentions in; counts of subjects to {@code news.counts}; counted panes out. */
final class CountStage {
  private static final Logger logger = LoggerFactory.getLogger(CountStage.class);

  private static final String[] STORES = {Names.PANES, Names.HOURS, Names.VOLUME, Names.FRESH};

  private final FlowSettings settings;
  private final Guarded guarded;

  CountStage(FlowSettings settings, FlowMeter meter) {
    this.settings = settings;
    this.guarded = new Guarded(FlowMeter.Step.COUNT, meter);
  }

  KStream<String, Counted> apply(StreamsBuilder builder, KStream<String, Pack> packs) {
    builder.addStateStore(PaneStore.builder());
    builder.addStateStore(HourStore.builder());
    builder.addStateStore(VolumeStore.builder());
    builder.addStateStore(new CommitHookBuilder(Names.FRESH));
    builder.addStateStore(new CommitHookBuilder(Names.TELLING));
    KStream<String, Counted> counted =
        packs.process(CountProcessor::new, Named.as(Names.COUNT), STORES);
    write(
        settings,
        counted
            .filter(CountStage::ofSubject, Named.as(Names.KEEP_SUBJECTS))
            .process(
                () -> new TellProcessor(guarded),
                Named.as(Names.TELL),
                Names.PANES,
                Names.FRESH,
                Names.TELLING));
    return counted;
  }

  /** Whether it is told on {@code news.counts}. */
  static boolean ofSubject(String series, Counted counted) {
    return counted instanceof Counted.Changed changed && changed.ofSubject();
  }

  /** Counts of subjects to {@code news.counts}. */
  static void write(FlowSettings settings, KStream<String, SubjectCount> counts) {
    counts
        .processValues(
            CloudEvents.of("io.tocsin.count", CountStage::eventId, SubjectCount::start),
            Named.as(Names.DESCRIBE_COUNT))
        .to(
            Topics.COUNTS.name(settings.prefix()),
            Produced.with(Topics.COUNTS.key(), Topics.COUNTS.value()).withName(Names.WRITE_COUNTS));
  }

  private static String eventId(SubjectCount count) {
    return count.subject().id() + "@" + count.start() + "#" + count.articles();
  }

  /**
   * Counts a pack at a time: one look at each pane for all its mentions. All are counted before the
   * first goes on, so that whatever looks at panes next sees the pack whole.
   */
  private final class CountProcessor implements Processor<String, Pack, String, Counted> {
    private @Nullable ProcessorContext<String, Counted> context;
    private @Nullable CountStores stores;
    private @Nullable Counter counter;
    private @Nullable Housekeeping housekeeping;

    @Override
    public void init(ProcessorContext<String, Counted> newContext) {
      context = newContext;
      CountStores opened = CountStores.open(newContext);
      stores = opened;
      counter = new Counter(opened.panes(), opened.hours());
      housekeeping = new Housekeeping(settings.retention(), opened.panes()::forgetBefore);
    }

    @Override
    public void process(Record<String, Pack> record) {
      Pack pack = record.value();
      Objects.requireNonNull(stores).volume().add(pack.accepted());
      List<Counted.Changed> counted = new ArrayList<>();
      for (Batch batch : Batch.of(pack.mentions())) {
        Mention foremost = batch.foremost();
        Objects.requireNonNull(housekeeping).at(foremost.receivedAt());
        count(batch).ifPresent(pane -> counted.add(new Counted.Changed(foremost, pane)));
      }
      for (Counted.Changed one : counted) {
        Objects.requireNonNull(context)
            .forward(
                record
                    .withKey(one.mention().seriesKey())
                    .withValue(one)
                    .withHeaders(trace(pack, one.mention())));
      }
      Tick tick = pack.tick();
      if (tick != null) {
        Objects.requireNonNull(context).forward(record.withValue(new Counted.Passed(tick)));
      }
    }

    /** A batch in which one mention fails is counted one by one, so that it fails alone. */
    private Optional<Pane> count(Batch batch) {
      Counter into = Objects.requireNonNull(counter);
      if (batch.mentions().size() > 1) {
        try {
          return Optional.of(into.count(batch));
        } catch (KafkaException e) {
          throw e;
        } catch (RuntimeException | StackOverflowError fault) {
          logger.warn("counting {} by single mentions", batch.series(), fault);
        }
      }
      Optional<Pane> newest = Optional.empty();
      for (Mention mention : batch.mentions()) {
        Optional<Pane> pane = guarded.of(mention, () -> into.count(Batch.of(mention)));
        newest = pane.isPresent() ? pane : newest;
      }
      return newest;
    }
  }

  /**
   * An alert or a count is of many articles; it names the trace of the one that stands for them.
   */
  private static RecordHeaders trace(Pack pack, Mention mention) {
    RecordHeaders headers = new RecordHeaders();
    String trace = pack.traces().get(mention.evidence().article());
    if (trace != null) {
      headers.add(Headers.TRACEPARENT, trace.getBytes(StandardCharsets.US_ASCII));
    }
    return headers;
  }
}
