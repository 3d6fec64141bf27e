package io.tocsin.topology;

import io.tocsin.count.Counter;
import io.tocsin.model.Mention;
import io.tocsin.model.SubjectCount;
import io.tocsin.model.pane.Minutes;
import io.tocsin.model.pane.Pane;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Tells the count of each pane that changed, once for all changes since the last commit: a later
 * record would replace the earlier one before anybody could read it. Stories and voices are worked
 * out then and not for each mention.
 */
final class TellProcessor
    implements Processor<String, Counted, String, SubjectCount>, CommitHook.Waiting {
  /** A catch-up that changes more panes between two commits tells them before. */
  static final int MOST = 50_000;

  private final Guarded guarded;
  private final Map<Key, Changed> changed = new LinkedHashMap<>();
  private @Nullable ProcessorContext<String, SubjectCount> context;
  private @Nullable PaneStore panes;

  TellProcessor(Guarded guarded) {
    this.guarded = guarded;
  }

  /** Which pane. */
  private record Key(String series, long minute) {}

  /** Who changed it last. */
  private record Changed(Mention mention, long timestamp, Headers headers) {}

  @Override
  public void init(ProcessorContext<String, SubjectCount> newContext) {
    context = newContext;
    discard();
    CommitHook hook = newContext.getStateStore(Names.TELLING);
    hook.before(newContext, this);
    panes = CountStores.of(newContext).panes();
  }

  @Override
  public void process(Record<String, Counted> record) {
    if (!(record.value() instanceof Counted.Changed counted)) {
      return;
    }
    Mention mention = counted.mention();
    changed.put(
        new Key(mention.seriesKey(), Minutes.of(mention.eventTime())),
        new Changed(mention, record.timestamp(), record.headers()));
    if (changed.size() >= MOST) {
      send();
    }
  }

  @Override
  public void send() {
    List<Changed> all = List.copyOf(changed.values());
    changed.clear();
    for (Changed one : all) {
      guarded.of(one.mention(), () -> count(one)).ifPresent(count -> tell(one, count));
    }
  }

  private SubjectCount count(Changed one) {
    Mention mention = one.mention();
    long minute = Minutes.of(mention.eventTime());
    Pane pane = Objects.requireNonNull(panes).at(mention.seriesKey(), minute);
    return Counter.countOf(mention.series(), minute, pane);
  }

  private void tell(Changed one, SubjectCount count) {
    Objects.requireNonNull(context)
        .forward(new Record<>(one.mention().seriesKey(), count, one.timestamp(), one.headers()));
  }

  @Override
  public void discard() {
    changed.clear();
  }

  @Override
  public boolean isEmpty() {
    return changed.isEmpty();
  }
}
