package io.tocsin.topology;

import io.tocsin.topology.TagStage.Result;
import io.tocsin.wire.binary.Pack;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.KStream;

/** The whole flow: screen, tag, pack, count, alert. */
public final class NewsTopology {
  private NewsTopology() {}

  /**
   * Chains the stages.
   *
   * @param settings what the flow needs to know
   * @param watchlists the versions of the watchlist that this instance holds
   * @param meter told of everything that passes
   */
  public static Topology build(FlowSettings settings, Watchlists watchlists, FlowMeter meter) {
    StreamsBuilder builder = new StreamsBuilder();
    KStream<String, Passage> screened = new ScreenStage(settings, meter).apply(builder);
    KStream<String, Result> tagged =
        new TagStage(settings, watchlists, meter).apply(builder, screened);
    KStream<String, Pack> packs = new PackStage().apply(builder, tagged);
    KStream<String, Counted> counted = new CountStage(settings, meter).apply(builder, packs);
    new AlertStage(settings, watchlists, meter).apply(builder, counted);
    return builder.build();
  }
}
