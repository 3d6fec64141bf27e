package io.tocsin.topology;

import io.tocsin.model.Beat;
import io.tocsin.model.Mention;
import io.tocsin.model.TaggedArticle;
import io.tocsin.wire.Topics;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.jspecify.annotations.Nullable;

/** Screened articles in; tagged articles to {@code news.tagged}; what became of each out. */
final class TagStage {
  private final FlowSettings settings;
  private final Watchlists watchlists;
  private final FlowMeter meter;

  TagStage(FlowSettings settings, Watchlists watchlists, FlowMeter meter) {
    this.settings = settings;
    this.watchlists = watchlists;
    this.meter = meter;
  }

  /** What became of one screened article. */
  sealed interface Result {
    /** It was tagged; {@code clock} is that of its input partition, null before there is one. */
    record Tagged(TaggedArticle article, List<Mention> mentions, @Nullable Instant clock)
        implements Result {}

    /** No article: the clock of an input partition. */
    record Heard(Beat beat) implements Result {}

    /** A fault of ours; the bytes go to {@code news.rejected}. */
    record Failed(Bytes article) implements Result {}
  }

  KStream<String, Result> apply(StreamsBuilder builder, KStream<String, Passage> passages) {
    builder.addStateStore(SeenStore.builder(settings.duplicateWindow()));
    KStream<String, Result> results =
        passages.process(
            () -> new TagProcessor(settings, watchlists, meter), Named.as(Names.TAG), Names.SEEN);
    writeFailed(results);
    writeTagged(results);
    return results;
  }

  private void writeFailed(KStream<String, Result> results) {
    results
        .flatMapValues(
            result ->
                result instanceof Result.Failed failed
                    ? List.of(failed.article().get())
                    : List.of(),
            Named.as(Names.FAIL))
        .to(
            Topics.REJECTED.name(settings.prefix()),
            Produced.with(Serdes.String(), Topics.REJECTED.value()).withName(Names.WRITE_FAILED));
  }

  private void writeTagged(KStream<String, Result> results) {
    results
        .flatMapValues(
            result ->
                result instanceof Result.Tagged tagged ? List.of(tagged.article()) : List.of(),
            Named.as(Names.KEEP_ARTICLE))
        .processValues(
            CloudEvents.of(
                "io.tocsin.article.tagged",
                article -> article.id() + "@" + article.revision(),
                TaggedArticle::eventTime),
            Named.as(Names.DESCRIBE_ARTICLE))
        .to(
            Topics.TAGGED.name(settings.prefix()),
            Produced.with(Topics.TAGGED.key(), Topics.TAGGED.value()).withName(Names.WRITE_TAGGED));
  }
}
