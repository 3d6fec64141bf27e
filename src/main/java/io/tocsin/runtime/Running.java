package io.tocsin.runtime;

import io.tocsin.settings.Settings;
import io.tocsin.topology.Watchlists;
import org.apache.kafka.streams.KafkaStreams;

/**
 * The running service as the web sees it.
 *
 * @param settings in force
 * @param cluster where the topics are
 * @param streams for its metrics and its stores; not to be closed by others
 * @param watchlists the versions held
 * @param health for the probes
 */
public record Running(
    Settings settings,
    Cluster cluster,
    KafkaStreams streams,
    Watchlists watchlists,
    Health health) {}
