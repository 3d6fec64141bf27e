package io.tocsin.topology;

import io.tocsin.alert.Counts;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Everything that a task counts, for its processors to share; written when it commits. */
final class CountStores implements CommitHook.Waiting {
  private final PaneStore panes;
  private final HourStore hours;
  private final VolumeStore volume;

  private CountStores(PaneStore panes, HourStore hours, VolumeStore volume) {
    this.panes = panes;
    this.hours = hours;
    this.volume = volume;
  }

  /** Opens the stores of a task; called by the processor that counts while it is initialized. */
  static CountStores open(ProcessorContext<?, ?> context) {
    return open(context, PaneStore.KEPT);
  }

  /** The same, with so much of the panes in the heap. */
  static CountStores open(ProcessorContext<?, ?> context, int kept) {
    CountStores stores =
        new CountStores(
            new PaneStore(context.getStateStore(Names.PANES), kept),
            new HourStore(context.getStateStore(Names.HOURS)),
            new VolumeStore(context.getStateStore(Names.VOLUME)));
    CommitHook hook = context.getStateStore(Names.FRESH);
    hook.before(context, stores);
    return stores;
  }

  /** What the counting processor of the same task opened. */
  static CountStores of(ProcessorContext<?, ?> context) {
    CommitHook hook = context.getStateStore(Names.FRESH);
    return (CountStores) hook.waiting();
  }

  PaneStore panes() {
    return panes;
  }

  HourStore hours() {
    return hours;
  }

  VolumeStore volume() {
    return volume;
  }

  /** As rules look at it. */
  Counts counts() {
    return new Counts(panes, hours, volume.volume());
  }

  @Override
  public void send() {
    panes.send();
    hours.send();
    if (!volume.isEmpty()) {
      volume.send();
    }
  }

  @Override
  public void discard() {
    panes.discard();
    hours.discard();
    volume.discard();
  }

  @Override
  public boolean isEmpty() {
    return panes.isEmpty() && hours.isEmpty() && volume.isEmpty();
  }
}
