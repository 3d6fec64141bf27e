package io.tocsin.topology;

import io.tocsin.model.Outcome;
import io.tocsin.model.Refusal;
import io.tocsin.model.ScreenedArticle;
import io.tocsin.screen.Screen;
import io.tocsin.wire.ArticleReader;
import io.tocsin.wire.JsonSerde;
import io.tocsin.wire.Received;
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
    private final Screen screen =
        new Screen(settings.ahead(), settings.grace(), settings.languages());
    private final ArticleReader reader = new ArticleReader(settings.maxBytes());
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
      KeyValueStore<String, Long> clocks = Objects.requireNonNull(store);
      Long newest = clocks.get(NEWEST);
      Instant clock = newest == null ? null : Instant.ofEpochMilli(newest);
      Outcome<Screened> outcome = screened(record, clock);
      if (outcome instanceof Outcome.Accepted<Screened> accepted) {
        Instant advanced = accepted.value().clock();
        if (advanced != null && !advanced.equals(clock)) {
          clocks.put(NEWEST, advanced.toEpochMilli());
        }
        Record<byte[], Verdict> out = record.withValue(new Passed(accepted.value()));
        forward(out.withHeaders(Rejection.trace(record.headers())));
      } else if (outcome instanceof Outcome.Refused<Screened> refused) {
        refuse(record, refused.refusal());
      }
    }

    /** Touches no store and no other node: whatever fails in here is the record's own. */
    private Outcome<Screened> screened(Record<byte[], byte[]> record, @Nullable Instant clock) {
      try {
        Outcome<Received> outcome = reader.read(record.value());
        if (outcome instanceof Outcome.Refused<Received> refused) {
          return Outcome.refused(refused.refusal());
        }
        Received received = ((Outcome.Accepted<Received>) outcome).value();
        Instant receivedAt = Instant.ofEpochMilli(record.timestamp());
        ScreenedArticle article =
            screen.screen(received.article(), received.truncated(), receivedAt, clock);
        return Outcome.accepted(new Screened(article, Screen.advance(clock, article)));
      } catch (RuntimeException | StackOverflowError fault) {
        return Outcome.refused(Rejection.fault("screen", fault));
      }
    }

    private void refuse(Record<byte[], byte[]> record, Refusal refusal) {
      RecordMetadata origin = Objects.requireNonNull(context).recordMetadata().orElseThrow();
      Record<byte[], byte[]> rejected =
          Rejection.of(record.key(), record.value(), refusal, origin, record.timestamp());
      meter.rejected(refusal.reason());
      forward(rejected.withValue(new Refused(Bytes.wrap(rejected.value()))));
    }

    private void forward(Record<byte[], Verdict> record) {
      Objects.requireNonNull(context).forward(record);
    }
  }
}
