package io.tocsin.model;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code news.deliveries}: one attempt to bring one change of state of an alert to one
 * sink. It holds no secret: of an address only the host.
 *
 * @param alert id of the alert
 * @param sequence which of its changes
 * @param state what the change was to
 * @param sink id of the sink
 * @param message what the receiver knows it by; the same at every attempt
 * @param attempt 1 for the first
 * @param at when it was made
 * @param result what came of it
 * @param target host that was asked
 * @param status of the answer; null when there was none
 * @param detail why it failed, in a few words; null when it did not
 * @param tookMillis until the answer
 * @param nextAttempt when it is tried again; null when it is not
 */
public record Delivery(
    String alert,
    int sequence,
    Alert.State state,
    String sink,
    String message,
    int attempt,
    Instant at,
    Result result,
    String target,
    @Nullable Integer status,
    @Nullable String detail,
    long tookMillis,
    @Nullable Instant nextAttempt) {

  /** What came of an attempt. */
  public enum Result {
    /** The sink took it. */
    DELIVERED,
    /** It failed and is tried again. */
    RETRY,
    /** It failed for the last time. */
    GAVE_UP,
    /** The sink said that it is gone, now or before; nothing more is sent until a restart. */
    DISABLED;

    /** The word on the wire, such as {@code gave_up}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Key of its record: alert and sink. */
  public String key() {
    return alert + "/" + sink;
  }
}
