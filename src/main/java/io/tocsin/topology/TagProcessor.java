package io.tocsin.topology;

import io.tocsin.count.Arrival;
import io.tocsin.count.Arrival.Contribution;
import io.tocsin.model.Article;
import io.tocsin.model.Reason;
import io.tocsin.model.Refusal;
import io.tocsin.model.Tagging;
import io.tocsin.screen.TextHash;
import io.tocsin.tag.Tagger;
import io.tocsin.topology.TagStage.Result;
import io.tocsin.wire.ArticleWriter;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Drops what came before, tags the rest with the version of the watchlist that its receive time
 * asks for.
 */
final class TagProcessor implements Processor<String, Passage, String, Result> {
  private final FlowSettings settings;
  private final Watchlists watchlists;
  private final FlowMeter meter;
  private @Nullable ProcessorContext<String, Result> context;
  private @Nullable SeenStore seen;

  TagProcessor(FlowSettings settings, Watchlists watchlists, FlowMeter meter) {
    this.settings = settings;
    this.watchlists = watchlists;
    this.meter = meter;
  }

  @Override
  public void init(ProcessorContext<String, Result> newContext) {
    context = newContext;
    seen = new SeenStore(newContext.getStateStore(Names.SEEN), settings.duplicateWindow());
  }

  @Override
  public void process(Record<String, Passage> record) {
    Passage passage = record.value();
    if (passage.article() != null) {
      tag(record, new Screened(passage.article(), passage.clock()));
    } else if (passage.beat() != null) {
      Objects.requireNonNull(context).forward(record.withValue(new Result.Heard(passage.beat())));
    }
  }

  private void tag(Record<String, Passage> record, Screened screened) {
    SeenStore store = Objects.requireNonNull(seen);
    String text = TextHash.of(screened.article().article());
    Arrival arrival = Arrival.of(screened.article(), screened.clock(), text, store);
    if (arrival.repeated()) {
      meter.duplicate();
      return;
    }
    Work work;
    try {
      work = work(arrival, screened);
    } catch (RuntimeException | StackOverflowError fault) {
      fail(record, screened, fault);
      return;
    }
    Contribution found = work.contribution();
    arrival.remember(found, store);
    meter.tagged(found.tagged(), work.tagging(), work.nanos());
    Objects.requireNonNull(context)
        .forward(
            record.withValue(
                new Result.Tagged(found.tagged(), found.mentions(), screened.clock())));
  }

  /**
   * What was worked out of one article, without touching a store or another node: whatever fails in
   * here is the article's own.
   *
   * @param contribution what it adds to the flow
   * @param tagging what the tagger found
   * @param nanos how long the tagger took
   */
  private record Work(Contribution contribution, Tagging tagging, long nanos) {}

  private Work work(Arrival arrival, Screened screened) {
    CompiledWatchlist watchlist = watchlists.at(screened.article().receivedAt());
    long started = meter.ticks();
    Article article = screened.article().article();
    Tagger tagger = watchlist.tagger();
    Tagging tagging = settings.names() ? tagger.tag(article) : tagger.tagListed(article);
    long nanos = meter.ticks() - started;
    return new Work(arrival.contribution(tagging, watchlist.watchlist()), tagging, nanos);
  }

  /**
   * One article on which our own code stumbles must not stop the stream: it is kept aside with the
   * fault's name.
   */
  private void fail(Record<String, Passage> record, Screened screened, Throwable fault) {
    ProcessorContext<String, Result> to = Objects.requireNonNull(context);
    RecordMetadata origin = to.recordMetadata().orElseThrow();
    Refusal refusal = Rejection.fault("tag", fault);
    byte[] bytes = ArticleWriter.bytes(screened.article().article());
    Record<byte[], byte[]> rejected =
        Rejection.of(null, bytes, refusal, origin, record.timestamp());
    meter.rejected(Reason.PROCESSING_FAILED);
    to.forward(
        new Record<>(
            record.key(),
            new Result.Failed(Bytes.wrap(rejected.value())),
            record.timestamp(),
            rejected.headers()));
  }
}
