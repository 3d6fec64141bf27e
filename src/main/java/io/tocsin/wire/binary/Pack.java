package io.tocsin.wire.binary;

import io.tocsin.model.Mention;
import io.tocsin.model.Tick;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * Mentions of several articles that go to one partition, in the order in which they were found; or
 * what goes to all partitions: how far event time has come, or how many articles there were.
 *
 * @param mentions the mentions
 * @param traces values of {@code traceparent} headers by article id, of the articles that had one
 * @param tick how far event time has come; null in a pack of mentions, each of which tells it
 * @param accepted how many articles were accepted on time, by minute of event time, whatever they
 *     mention
 */
public record Pack(
    List<Mention> mentions,
    Map<String, String> traces,
    @Nullable Tick tick,
    SortedMap<Long, Long> accepted) {
  private static final SortedMap<Long, Long> NONE = Collections.emptySortedMap();

  /** Makes the collections immutable. */
  public Pack {
    mentions = List.copyOf(mentions);
    traces = Map.copyOf(traces);
    accepted = Collections.unmodifiableSortedMap(new TreeMap<>(accepted));
  }

  /** A pack of mentions. */
  public static Pack of(List<Mention> mentions, Map<String, String> traces) {
    return new Pack(mentions, traces, null, NONE);
  }

  /** A pack for all partitions, without mentions. */
  public static Pack of(Tick tick) {
    return new Pack(List.of(), Map.of(), tick, NONE);
  }

  /** A pack for all partitions: so many articles were accepted in these minutes. */
  public static Pack of(SortedMap<Long, Long> accepted) {
    return new Pack(List.of(), Map.of(), null, accepted);
  }

  /** Whether it goes to all partitions. */
  public boolean isForAll() {
    return mentions.isEmpty();
  }

  /**
   * The serde of packs. It also reads a single mention as JSON, which is what stood on the topic
   * before there were packs: an upgraded service goes on with what was in flight.
   */
  public static Serde<Pack> serde() {
    return BinarySerde.of("a pack of mentions", new PackForm());
  }
}
