package io.tocsin.deliver;

import io.tocsin.deliver.channel.Answer;
import io.tocsin.model.Delivery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * What waits for one sink, and what of it may leave when. Pure but for its state: the time is told
 * to it. Methods return the changes that need nothing more: they are settled.
 */
interface Outbox {

  /** Pending changes after which no more are read until some are settled. */
  int FULL = 10_000;

  /** A change that was never tried; settled may be others that it replaces. */
  List<Item> add(Item item, Instant now);

  /**
   * A change that was tried before a restart.
   *
   * @param last what came of the newest attempt
   */
  List<Item> restore(Item item, Delivery last, Instant now);

  /** The message that may leave now; empty when none may. */
  Optional<Parcel> next(Instant now);

  /** When to look again; {@link Instant#MAX} when nothing waits. */
  Instant wake();

  /** Whether the sink took this very change before and is only reminded of it. */
  boolean isRepeat(Item item);

  /** A message was taken. */
  List<Item> taken(Parcel parcel, Instant now);

  /**
   * A message failed.
   *
   * @return when each of its changes is tried again; the others are given up
   */
  Map<Item, Instant> failed(Parcel parcel, Answer.Failed failed, Instant now);

  /** Changes that wait. */
  int pending();

  /** Takes everything out, in any order: nothing will be sent any more. */
  List<Item> drain();

  /** Forgets what stands on partitions that another instance has now. */
  void forget(Collection<TopicPartition> lost);
}
