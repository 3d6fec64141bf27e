package io.tocsin.topology;

import io.tocsin.model.Beat;
import io.tocsin.model.Outcome;
import io.tocsin.model.Refusal;
import io.tocsin.model.ScreenedArticle;
import io.tocsin.model.pane.Minutes;
import io.tocsin.wire.JsonSerde;
import io.tocsin.wire.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** Articles in; screened articles out, by id; what is no article goes to {@code news.rejected}. */
final class ScreenStage {
  private final FlowSettings settings;
  private final FlowMeter meter;

  ScreenStage(FlowSettings settings, FlowMeter meter) {
    this.settings = settings;
    this.meter = meter;
  }

  /** What the screen decided about one record. */
  private sealed interface Verdict {}

  /** It goes on. */
  private record Passed(Screened screened) implements Verdict {}

  /** No article: how far the clock has come. */
  private record Told(Beat beat) implements Verdict {}

  /** It goes to the topic of rejected records, as these bytes. */
  private record Refused(Bytes value) implements Verdict {}

  KStream<String, Passage> apply(StreamsBuilder builder) {
    builder.addStateStore(new CommitHookBuilder(Names.BEATING));
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(Names.CLOCK), Serdes.String(), Serdes.Long()));
    KStream<byte[], Verdict> verdicts =
        builder.stream(
                Topics.ARTICLES.name(settings.prefix()),
                Consumed.with(Topics.ARTICLES.key(), Topics.ARTICLES.value())
                    .withName(Names.READ_ARTICLES))
            .process(ScreenProcessor::new, Named.as(Names.SCREEN), Names.CLOCK, Names.BEATING);
    verdicts
        .flatMapValues(
            v -> v instanceof Refused no ? List.of(no.value().get()) : List.of(),
            Named.as(Names.REFUSE))
        .to(
            Topics.REJECTED.name(settings.prefix()),
            Produced.with(Topics.REJECTED.key(), Topics.REJECTED.value())
                .withName(Names.WRITE_REJECTED));
    return verdicts
        .flatMapValues(ScreenStage::passage, Named.as(Names.PASS))
        .selectKey((key, passage) -> passage.key(), Named.as(Names.IDENTIFY))
        .repartition(
            Repartitioned.with(Serdes.String(), JsonSerde.of(Passage.class))
                .withStreamPartitioner(ScreenStage::partitions)
                .withName(Names.SCREENED));
  }

  private static List<Passage> passage(Verdict verdict) {
    if (verdict instanceof Passed passed) {
      return List.of(Passage.of(passed.screened()));
    }
    return verdict instanceof Told told ? List.of(Passage.of(told.beat())) : List.of();
  }

  /** An article goes where Kafka's own partitioner takes its id, a beat everywhere. */
  private static Optional<Set<Integer>> partitions(
      String topic, String key, Passage passage, int partitions) {
    return Optional.of(
        passage.beat() == null ? Set.of(Routes.of(key, partitions)) : Routes.all(partitions));
  }

  /** Screens one record at a time, with the clock of its partition. */
  private final class ScreenProcessor
      implements Processor<byte[], byte[], byte[], Verdict>, CommitHook.Waiting {
    private static final String NEWEST = "newest";
    private final Admission admission = new Admission(settings);
    private @Nullable ProcessorContext<byte[], Verdict> context;
    private @Nullable KeyValueStore<String, Long> store;
    private @Nullable Beat beat;
    private long told = Long.MIN_VALUE;

    @Override
    public void init(ProcessorContext<byte[], Verdict> newContext) {
      context = newContext;
      store = newContext.getStateStore(Names.CLOCK);
      discard();
      CommitHook hook = newContext.getStateStore(Names.BEATING);
      hook.before(newContext, this);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
      meter.received();
      Instant receivedAt = Instant.ofEpochMilli(record.timestamp());
      Outcome<ScreenedArticle> outcome = admission.settle(record.value(), receivedAt);
      if (outcome instanceof Outcome.Accepted<ScreenedArticle> accepted) {
        pass(record, accepted.value());
      } else if (outcome instanceof Outcome.Refused<ScreenedArticle> refused) {
        refuse(record, refused.refusal());
      }
    }

    private void pass(Record<byte[], byte[]> record, ScreenedArticle settled) {
      KeyValueStore<String, Long> clocks = Objects.requireNonNull(store);
      Long newest = clocks.get(NEWEST);
      Instant clock = newest == null ? null : Instant.ofEpochMilli(newest);
      Screened screened = admission.against(clock, settled);
      Instant advanced = screened.clock();
      if (advanced != null && !advanced.equals(clock)) {
        clocks.put(NEWEST, advanced.toEpochMilli());
      }
      if (advanced != null) {
        int partition = Objects.requireNonNull(context).taskId().partition();
        beat = new Beat(partition, advanced, settled.receivedAt());
      }
      Record<byte[], Verdict> out = record.withValue(new Passed(screened));
      forward(out.withHeaders(Rejection.trace(record.headers())));
    }

    private void refuse(Record<byte[], byte[]> record, Refusal refusal) {
      RecordMetadata origin = Objects.requireNonNull(context).recordMetadata().orElseThrow();
      Record<byte[], byte[]> rejected =
          Rejection.of(record.key(), record.value(), refusal, origin, record.timestamp());
      meter.rejected(refusal.reason());
      forward(rejected.withValue(new Refused(Bytes.wrap(rejected.value()))));
    }

    /** Tells the clock behind all articles that it was moved by, once a minute of it at most. */
    @Override
    public void send() {
      Beat now = beat;
      if (now != null && !isEmpty()) {
        told = Minutes.of(now.clock());
        forward(new Record<>(new byte[0], new Told(now), now.receivedAt().toEpochMilli()));
      }
    }

    @Override
    public boolean isEmpty() {
      return beat == null || Minutes.of(beat.clock()) <= told;
    }

    @Override
    public void discard() {
      beat = null;
      told = Long.MIN_VALUE;
    }

    private void forward(Record<byte[], Verdict> record) {
      Objects.requireNonNull(context).forward(record);
    }
  }
}
