package io.tocsin.topology;

import io.tocsin.model.Outcome;
import io.tocsin.model.Refusal;
import io.tocsin.model.ScreenedArticle;
import io.tocsin.wire.JsonSerde;
import io.tocsin.wire.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

  /** It goes to the topic of rejected records, as these bytes. */
  private record Refused(Bytes value) implements Verdict {}

  KStream<String, Screened> apply(StreamsBuilder builder) {
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(Names.CLOCK), Serdes.String(), Serdes.Long()));
    KStream<byte[], Verdict> verdicts =
        builder.stream(
                Topics.ARTICLES.name(settings.prefix()),
                Consumed.with(Topics.ARTICLES.key(), Topics.ARTICLES.value())
                    .withName(Names.READ_ARTICLES))
            .process(ScreenProcessor::new, Named.as(Names.SCREEN), Names.CLOCK);
    verdicts
        .flatMapValues(
            v -> v instanceof Refused no ? List.of(no.value().get()) : List.of(),
            Named.as(Names.REFUSE))
        .to(
            Topics.REJECTED.name(settings.prefix()),
            Produced.with(Topics.REJECTED.key(), Topics.REJECTED.value())
                .withName(Names.WRITE_REJECTED));
    return verdicts
        .flatMapValues(
            v -> v instanceof Passed yes ? List.of(yes.screened()) : List.of(),
            Named.as(Names.PASS))
        .selectKey((key, screened) -> screened.article().id(), Named.as(Names.IDENTIFY))
        .repartition(
            Repartitioned.with(Serdes.String(), JsonSerde.of(Screened.class))
                .withName(Names.SCREENED));
  }

  /** Screens one record at a time, with the clock of its partition. */
  private final class ScreenProcessor implements Processor<byte[], byte[], byte[], Verdict> {
    private static final String NEWEST = "newest";
    private final Admission admission = new Admission(settings);
    private @Nullable ProcessorContext<byte[], Verdict> context;
    private @Nullable KeyValueStore<String, Long> store;

    @Override
    public void init(ProcessorContext<byte[], Verdict> newContext) {
      context = newContext;
      store = newContext.getStateStore(Names.CLOCK);
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
      Record<byte[], Verdict> out = record.withValue(new Passed(screened));
      forward(out.withHeaders(Rejection.trace(record.headers())));
    }

    private void refuse(Record<byte[], byte[]> record, Refusal refusal) {
      RecordMetadata origin = Objects.requireNonNull(context).recordMetadata().orElseThrow();
      Record<byte[], byte[]> rejected =
          Rejection.of(
              record.key(), record.value(), refusal, origin, Rejection.Received.of(record));
      meter.rejected(refusal.reason());
      forward(rejected.withValue(new Refused(Bytes.wrap(rejected.value()))));
    }

    private void forward(Record<byte[], Verdict> record) {
      Objects.requireNonNull(context).forward(record);
    }
  }
}
