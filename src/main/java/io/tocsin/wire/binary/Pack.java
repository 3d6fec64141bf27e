package io.tocsin.wire.binary;

import io.tocsin.model.Mention;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;

/**
 * Mentions of several articles that go to one partition, in the order in which they were found.
 *
 * @param mentions the mentions
 * @param traces values of {@code traceparent} headers by article id, of the articles that had one
 */
public record Pack(List<Mention> mentions, Map<String, String> traces) {
  /** Makes the collections immutable. */
  public Pack {
    mentions = List.copyOf(mentions);
    traces = Map.copyOf(traces);
  }

  /**
   * The serde of packs. It also reads a single mention as JSON, which is what stood on the topic
   * before there were packs: an upgraded service goes on with what was in flight.
   */
  public static Serde<Pack> serde() {
    return BinarySerde.of("a pack of mentions", new PackForm());
  }
}
