package io.tocsin.serve;

import org.jspecify.annotations.Nullable;

/**
 * One server-sent event.
 *
 * @param id for {@code Last-Event-ID}; null for events that are not replayed
 * @param type {@code article}, {@code alert}, {@code count} or {@code gap}
 * @param data JSON on one line
 */
record StreamEvent(@Nullable String id, String type, String data) {
  /** Some events are missing here; the reader may ask the API for the present state. */
  static StreamEvent gap(String reason, long missed) {
    return new StreamEvent(
        null, "gap", "{\"reason\":\"" + reason + "\",\"missed\":" + missed + "}");
  }

  /** The event in the format of {@code text/event-stream}. */
  String wire() {
    String head = id == null ? "" : "id: " + id + "\n";
    return head + "event: " + type + "\ndata: " + data + "\n\n";
  }
}
