package io.tocsin.wire.binary;

import io.tocsin.model.Mention;
import io.tocsin.model.Tick;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * Mentions of several articles that go to one partition, in the order in which they were found; or
 * how far event time has come, which goes to all partitions.
 *
 * @param mentions the mentions
 * @param traces values of {@code traceparent} headers by article id, of the articles that had one
 * @param tick how far event time has come; null in a pack of mentions, each of which tells it
 */
public record Pack(List<Mention> mentions, Map<String, String> traces, @Nullable Tick tick) {
  /** Makes the collections immutable. */
  public Pack {
    mentions = List.copyOf(mentions);
    traces = Map.copyOf(traces);
  }

  /** A pack of mentions. */
  public static Pack of(List<Mention> mentions, Map<String, String> traces) {
    return new Pack(mentions, traces, null);
  }

  /** A pack for all partitions, without mentions. */
  public static Pack of(Tick tick) {
    return new Pack(List.of(), Map.of(), tick);
  }

  /**
   * The serde of packs. It also reads a single mention as JSON, which is what stood on the topic
   * before there were packs: an upgraded service goes on with what was in flight.
   */
  public static Serde<Pack> serde() {
    return BinarySerde.of("a pack of mentions", new PackForm());
  }
}
