package io.tocsin.topology;

import java.util.Objects;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * A store that keeps nothing and is told before its task commits, after the last record and before
 * the offsets go into the transaction: the moment at which Kafka Streams writes the caches of its
 * own aggregations. What is forwarded then is part of the commit; docs/decisions/022 argues it.
 *
 * <p>{@link CachedStateStore} and {@link InternalProcessorContext} are no public API. They are
 * named here and nowhere else, the version of Kafka is pinned, and every test of the topology fails
 * when the call does not come. Should it go, a pack per article and partition is what remains.
 */
final class CommitHook implements StateStore, CachedStateStore<Object, Object> {
  private final String name;
  private @Nullable Waiting waiting;
  private @Nullable InternalProcessorContext<?, ?> context;
  private @Nullable ProcessorNode<?, ?, ?, ?> node;
  private boolean open;

  CommitHook(String name) {
    this.name = name;
  }

  /** Who has something to send before a commit. */
  interface Waiting {
    /** Sends everything. */
    void send();

    /** Forgets everything: the records that it came from will be read again. */
    void discard();

    /** True when nothing is left. */
    boolean isEmpty();
  }

  /**
   * Sets who is told; called by a processor while it is initialized, whose children are sent to.
   */
  void before(ProcessorContext<?, ?> processor, Waiting whoWaits) {
    InternalProcessorContext<?, ?> inner = (InternalProcessorContext<?, ?>) processor;
    context = inner;
    node = Objects.requireNonNull(inner.currentNode(), "a processor that is being initialized");
    waiting = whoWaits;
  }

  /** Who is told: the task's only one of its kind, for processors of the same task to share. */
  Waiting waiting() {
    return Objects.requireNonNull(waiting, "a processor before this one sets it");
  }

  @Override
  public void flushCache() {
    Waiting told = waiting;
    InternalProcessorContext<?, ?> in = context;
    if (told == null || in == null || told.isEmpty()) {
      return;
    }
    ProcessorNode<?, ?, ?, ?> before = in.currentNode();
    in.setCurrentNode(node);
    try {
      told.send();
    } finally {
      in.setCurrentNode(before);
    }
  }

  @Override
  public void clearCache() {
    if (waiting != null) {
      waiting.discard();
    }
  }

  @Override
  public boolean setFlushListener(
      CacheFlushListener<Object, Object> listener, boolean sendOldValues) {
    return false;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void init(StateStoreContext storeContext, StateStore root) {
    storeContext.register(root, (key, value) -> {});
    open = true;
  }

  /** A task that ends without a commit is read again from its last one. */
  @Override
  public void close() {
    clearCache();
    open = false;
  }

  @Override
  public boolean persistent() {
    return false;
  }

  @Override
  public boolean isOpen() {
    return open;
  }
}
