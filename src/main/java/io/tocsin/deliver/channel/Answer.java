package io.tocsin.deliver.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a sink said to a message. */
public sealed interface Answer {

  /** The status of its answer; null when there was none or the protocol has none. */
  @Nullable Integer status();

  /** It took the message. */
  record Taken(@Nullable Integer status) implements Answer {}

  /** It is gone for good. */
  record Gone(@Nullable Integer status, String detail) implements Answer {}

  /**
   * It did not take it.
   *
   * @param status null when there was no answer
   * @param detail why, in a few words and without secrets
   * @param busy whether it asked us to slow down
   * @param after how long it wants to be left alone; null when it did not say
   */
  record Failed(@Nullable Integer status, String detail, boolean busy, @Nullable Duration after)
      implements Answer {}
}
