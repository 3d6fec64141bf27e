package io.tocsin.topology;

import io.tocsin.count.Mentions;
import io.tocsin.model.Mark;
import io.tocsin.model.Mention;
import io.tocsin.model.Reason;
import io.tocsin.model.Refusal;
import io.tocsin.model.ScreenedArticle;
import io.tocsin.model.TaggedArticle;
import io.tocsin.model.Tagging;
import io.tocsin.screen.TextHash;
import io.tocsin.topology.SeenStore.Remembered;
import io.tocsin.topology.TagStage.Result;
import io.tocsin.wire.ArticleWriter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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
final class TagProcessor implements Processor<String, Screened, String, Result> {
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
  public void process(Record<String, Screened> record) {
    SeenStore store = Objects.requireNonNull(seen);
    ScreenedArticle article = record.value().article();
    String text = TextHash.of(article.article());
    Remembered before = store.of(article.id(), article.receivedAt()).orElse(null);
    if (before != null && before.seen().knows(text)) {
      meter.duplicate();
      return;
    }
    Work work;
    try {
      work = work(record.value(), before, text);
    } catch (RuntimeException | StackOverflowError fault) {
      fail(record, fault);
      return;
    }
    store.put(article.id(), before == null ? article.receivedAt() : before.since(), work.seen());
    meter.tagged(work.tagged(), work.tagging(), work.nanos());
    Objects.requireNonNull(context)
        .forward(record.withValue(new Result.Tagged(work.tagged(), work.mentions())));
  }

  /**
   * What was worked out of one article, without touching a store or another node: whatever fails in
   * here is the article's own.
   *
   * @param tagged what goes to {@code news.tagged}
   * @param tagging what the tagger found
   * @param mentions those that were not counted before
   * @param seen what to remember
   * @param nanos how long the tagger took
   */
  private record Work(
      TaggedArticle tagged, Tagging tagging, List<Mention> mentions, Seen seen, long nanos) {}

  private Work work(Screened screened, @Nullable Remembered before, String text) {
    CompiledWatchlist watchlist = watchlists.at(screened.article().receivedAt());
    long started = meter.ticks();
    Tagging tagging = watchlist.tagger().tag(screened.article().article());
    long nanos = meter.ticks() - started;
    ScreenedArticle article = before == null ? screened.article() : corrected(screened.article());
    List<Mention> all = Mentions.of(article, tagging, watchlist.watchlist(), screened.clock());
    Set<String> counted = new TreeSet<>(before == null ? Set.of() : before.seen().counted());
    List<Mention> fresh = all.stream().filter(mention -> counted.add(mention.seriesKey())).toList();
    Seen now = before == null ? Seen.first(text, counted) : before.seen().corrected(text, counted);
    long version = watchlist.watchlist().version();
    return new Work(
        TaggedArticle.of(article, tagging, now.revision(), version), tagging, fresh, now, nanos);
  }

  private static ScreenedArticle corrected(ScreenedArticle article) {
    Set<Mark> marks = new TreeSet<>(article.marks());
    marks.add(Mark.CORRECTED);
    return new ScreenedArticle(
        article.id(),
        article.article(),
        article.publisher(),
        article.eventTime(),
        article.receivedAt(),
        marks);
  }

  /**
   * One article on which our own code stumbles must not stop the stream: it is kept aside with the
   * fault's name.
   */
  private void fail(Record<String, Screened> record, Throwable fault) {
    ProcessorContext<String, Result> to = Objects.requireNonNull(context);
    RecordMetadata origin = to.recordMetadata().orElseThrow();
    Refusal refusal = Rejection.fault("tag", fault);
    byte[] bytes = ArticleWriter.bytes(record.value().article().article());
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
