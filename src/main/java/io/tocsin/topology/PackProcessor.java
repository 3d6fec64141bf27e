package io.tocsin.topology;

import io.tocsin.count.Clocks;
import io.tocsin.model.Evidence;
import io.tocsin.model.Mark;
import io.tocsin.model.Mention;
import io.tocsin.model.TaggedArticle;
import io.tocsin.model.Tick;
import io.tocsin.model.pane.Minutes;
import io.tocsin.topology.TagStage.Result;
import io.tocsin.wire.Headers;
import io.tocsin.wire.binary.Pack;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Gathers mentions by the partition they go to and sends them when their task commits, or before,
 * when a pack is full. Before them it tells every partition how many articles there were, behind
 * them how far event time has come, once a minute of it at most. With exactly-once nobody could
 * read them earlier anyway: a record is seen when its transaction is committed.
 */
final class PackProcessor implements Processor<String, Result, String, Pack>, CommitHook.Waiting {
  /**
   * A pack is full at so many characters: at three bytes each it stays under the ten megabytes that
   * a producer sends, whatever its texts are.
   */
  static final int FULL = 2_000_000;

  /** What a mention counts for besides its texts. */
  private static final int MENTION = 100;

  private final Routes routes;
  private final Map<Object, Open> open = new LinkedHashMap<>();
  private @Nullable ProcessorContext<String, Pack> context;
  private final SortedMap<Long, Long> accepted = new TreeMap<>();
  private Clocks clocks = new Clocks(0);
  private @Nullable Instant newest;
  private @Nullable Instant receivedAt;
  private @Nullable Tick told;
  private int lane;

  PackProcessor(Routes routes) {
    this.routes = routes;
  }

  /** A pack that still grows. */
  private static final class Open {
    private final List<Mention> mentions = new ArrayList<>();
    private final Map<String, String> traces = new HashMap<>();
    private long timestamp;
    private int size;
  }

  @Override
  public void init(ProcessorContext<String, Pack> newContext) {
    context = newContext;
    lane = newContext.taskId().partition();
    discard();
    CommitHook hook = newContext.getStateStore(Names.PACKING);
    hook.before(newContext, this);
  }

  @Override
  public void process(Record<String, Result> record) {
    if (record.value() instanceof Result.Heard heard) {
      clocks.hear(heard.beat());
    } else if (record.value() instanceof Result.Tagged tagged) {
      pack(record, tagged);
    }
  }

  private void pack(Record<String, Result> record, Result.Tagged tagged) {
    TaggedArticle article = tagged.article();
    if (tagged.clock() != null && (newest == null || tagged.clock().isAfter(newest))) {
      newest = tagged.clock();
      receivedAt = article.receivedAt();
    }
    if (article.revision() == 0 && !article.marks().contains(Mark.LATE)) {
      accepted.merge(Minutes.of(article.eventTime()), 1L, Long::sum);
    }
    String trace = trace(record);
    for (Mention mention : tagged.mentions()) {
      Object route = routes.of(mention.seriesKey());
      int size = size(mention);
      Open pack = open.computeIfAbsent(route, r -> new Open());
      if (pack.size > 0 && pack.size + size > FULL) {
        open.remove(route);
        send(pack);
        pack = open.computeIfAbsent(route, r -> new Open());
      }
      pack.mentions.add(mention);
      pack.size += size;
      pack.timestamp = Math.max(pack.timestamp, record.timestamp());
      if (trace != null) {
        pack.traces.put(mention.evidence().article(), trace);
      }
    }
  }

  private static int size(Mention mention) {
    Evidence evidence = mention.evidence();
    return MENTION
        + evidence.snippet().length()
        + length(evidence.title())
        + length(evidence.url())
        + evidence.article().length();
  }

  private static int length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }

  private static @Nullable String trace(Record<String, Result> record) {
    Header trace = record.headers().lastHeader(Headers.TRACEPARENT);
    return trace == null ? null : new String(trace.value(), StandardCharsets.US_ASCII);
  }

  @Override
  public void send() {
    List<Open> packs = List.copyOf(open.values());
    open.clear();
    if (!accepted.isEmpty()) {
      send("", Pack.of(accepted), timestamp());
      accepted.clear();
    }
    packs.forEach(this::send);
    // Now it is known how many partitions there are: as many as the input has.
    clocks.expect(routes.partitions());
    Tick tick = tick();
    if (tick != null && tick.saysMoreThan(told)) {
      told = tick;
      send("", Pack.of(tick), timestamp());
    }
  }

  private @Nullable Tick tick() {
    return newest == null || receivedAt == null
        ? null
        : new Tick(newest, receivedAt, clocks.complete(), lane, Math.max(1, routes.partitions()));
  }

  private long timestamp() {
    return receivedAt == null ? 0 : receivedAt.toEpochMilli();
  }

  private void send(Open pack) {
    String series = pack.mentions.get(0).seriesKey();
    send(series, Pack.of(pack.mentions, pack.traces), pack.timestamp);
  }

  private void send(String key, Pack pack, long timestamp) {
    Objects.requireNonNull(context)
        .forward(new Record<>(key, pack, timestamp, new RecordHeaders()));
  }

  @Override
  public void discard() {
    open.clear();
    accepted.clear();
    clocks = new Clocks(0);
    newest = null;
    receivedAt = null;
    told = null;
  }

  @Override
  public boolean isEmpty() {
    Tick tick = tick();
    return open.isEmpty() && accepted.isEmpty() && (tick == null || !tick.saysMoreThan(told));
  }
}
