package io.tocsin.runtime;

import io.tocsin.settings.Settings;
import io.tocsin.topology.FlowMeter;
import io.tocsin.topology.FlowSettings;
import io.tocsin.topology.NewsTopology;
import io.tocsin.topology.Watchlists;
import java.util.Map;
import org.apache.kafka.streams.Topology;

/**
 * What the service starts besides the broker, the topics and the engine. Each method is called
 * once, in this order.
 */
public interface Parts {

  /**
   * Follows the watchlist; returns when the first version is loaded.
   *
   * @param cluster its topics exist
   */
  Followed follow(Cluster cluster);

  /** What is told of everything that passes. */
  FlowMeter meter();

  /** The flow over the compiled watchlists. */
  default Topology topology(Settings settings, Watchlists watchlists) {
    return NewsTopology.build(flow(settings), watchlists, meter());
  }

  /** What the flow needs to know of the settings. */
  static FlowSettings flow(Settings settings) {
    return new FlowSettings(
        settings.kafka().topicPrefix(),
        settings.time().ahead(),
        settings.time().grace(),
        settings.articles().maxBytes(),
        settings.articles().duplicateWindow(),
        settings.counts().retention(),
        settings.articles().languages(),
        settings.articles().names());
  }

  /** What Kafka Streams is told besides our own properties, such as the handlers of bad records. */
  default Map<String, Object> streamsProperties() {
    return Map.of();
  }

  /** Starts what people see; the streams are started, but need not run yet. */
  AutoCloseable serve(Running running);

  /**
   * The watchlists with what ends their thread.
   *
   * @param watchlists the versions held
   * @param following ends it
   */
  record Followed(Watchlists watchlists, AutoCloseable following) {}
}
