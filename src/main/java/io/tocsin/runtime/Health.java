package io.tocsin.runtime;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

/**
 * How the service is, for probes and people. Live is false only when a restart would help: a
 * rebalance or a broker that is away is no reason to kill a process that will go on by itself.
 */
public final class Health {

  /** The parts that a start goes through, in this order. */
  public enum Part {
    BROKER,
    TOPICS,
    WATCHLIST,
    STREAMS,
    WEB
  }

  private final Map<Part, String> states = new EnumMap<>(Part.class);
  private KafkaStreams.State streams = KafkaStreams.State.CREATED;
  private boolean watchlistLoaded;
  private boolean brokerAnswers;
  private @Nullable String fatal;

  /** Nothing is started. */
  public Health() {
    for (Part part : Part.values()) {
      states.put(part, "waiting");
    }
  }

  /** Whether the process is worth keeping. */
  public synchronized boolean live() {
    return fatal == null;
  }

  /** Whether articles flow: the streams run, the watchlist is loaded and the broker answers. */
  public synchronized boolean ready() {
    return fatal == null
        && watchlistLoaded
        && brokerAnswers
        && streams == KafkaStreams.State.RUNNING;
  }

  /** One line per part, such as {@code streams: RUNNING}; {@code failed} too after a fatal stop. */
  public synchronized Map<String, String> details() {
    Map<String, String> details = new LinkedHashMap<>();
    states.forEach((part, state) -> details.put(part.name().toLowerCase(Locale.ROOT), state));
    if (fatal != null) {
      details.put("failed", fatal);
    }
    return details;
  }

  /** A part does something. */
  synchronized void report(Part part, String state) {
    states.put(part, state);
  }

  synchronized void watchlistLoaded() {
    watchlistLoaded = true;
    states.put(Part.WATCHLIST, "loaded");
  }

  synchronized void streams(KafkaStreams.State state) {
    streams = state;
    states.put(Part.STREAMS, state.name());
  }

  /** Whether the broker answered the last time it was asked; true when that is news. */
  synchronized boolean broker(boolean answers, String detail) {
    boolean changed = brokerAnswers != answers;
    brokerAnswers = answers;
    states.put(Part.BROKER, detail);
    return changed;
  }

  synchronized void failed(String reason) {
    fatal = reason;
  }
}
