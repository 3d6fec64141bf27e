package io.tocsin.topology;

import io.tocsin.topology.TagStage.Result;
import io.tocsin.wire.binary.Pack;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * Tagged articles in; their mentions out, repartitioned by series. What the articles between two
 * commits have to say to one partition goes in one record, not in one for each mention: a record of
 * its own for each costs more than finding it did. See docs/decisions/022.
 */
final class PackStage {
  private final Routes routes = new Routes();

  KStream<String, Pack> apply(StreamsBuilder builder, KStream<String, Result> results) {
    builder.addStateStore(new CommitHookBuilder(Names.PACKING));
    return results
        .process(() -> new PackProcessor(routes), Named.as(Names.PACK), Names.PACKING)
        .repartition(
            Repartitioned.with(Serdes.String(), Pack.serde())
                .withStreamPartitioner(routes)
                .withName(Names.MENTIONS));
  }
}
