package io.tocsin.topology;

import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.KStream;

/** The whole flow with {@link NaiveCount} in the place of packing and counting. */
public final class NaiveTopology {
  private NaiveTopology() {}

  /** Chains the stages as {@link NewsTopology#build} does. */
  public static Topology build(FlowSettings settings, Watchlists watchlists, FlowMeter meter) {
    StreamsBuilder builder = new StreamsBuilder();
    KStream<String, Passage> screened = new ScreenStage(settings, meter).apply(builder);
    KStream<String, TagStage.Result> tagged =
        new TagStage(settings, watchlists, meter).apply(builder, screened);
    KStream<String, Counted> counted = new NaiveCount(settings).apply(builder, tagged);
    new AlertStage(settings, watchlists, meter).apply(builder, counted);
    return builder.build();
  }
}
