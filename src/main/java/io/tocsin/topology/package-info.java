/**
 * Wires the pure stages to Kafka Streams: screen, tag, count, alert, with their nodes and stores.
 * Before it stands {@code ingest}, after it {@code serve} and {@code deliver}.
 */
@NullMarked
package io.tocsin.topology;

import org.jspecify.annotations.NullMarked;
