package io.tocsin.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.Lists;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Pins the shape of the topology. A change here changes deployed state: names of stores and
 * repartition topics are names of topics on the user's cluster, and a changed number of
 * sub-topologies moves tasks. Such a change needs a line in the changelog and a step in the upgrade
 * notes; then write the new description into {@code topology.txt}.
 *
 * <p>Last change: spikes (decision 021). {@code hours} and {@code volume} are new and fill from
 * then on; {@code beating} has no changelog. Packs and screened records say more than before; an
 * old instance cannot read them, so that old and new ones cannot run side by side.
 */
class TopologyShapeTest {

  @Test
  void isTheOneThatIsDeployed() throws IOException {
    CompiledWatchlist watchlist = CompiledWatchlist.of(Lists.leaders(1));

    String shape =
        NewsTopology.build(FlowBench.settings(), receivedAt -> watchlist, FlowMeter.NONE)
            .describe()
            .toString()
            .replaceAll(" +\n", "\n");

    assertThat(shape.strip()).isEqualTo(golden().strip());
  }

  private static String golden() throws IOException {
    try (InputStream file = TopologyShapeTest.class.getResourceAsStream("topology.txt")) {
      return new String(
          Objects.requireNonNull(file, "topology.txt").readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
