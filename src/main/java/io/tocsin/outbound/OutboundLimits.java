package io.tocsin.outbound;

import java.time.Duration;

/**
 * How much time and space one request may take.
 *
 * @param connect until the connection stands, TLS included
 * @param total from the first byte sent to the last one read; a server that trickles does not
 *     prolong it
 * @param bodyBytes of the answer that are read; the connection is closed after that
 */
public record OutboundLimits(Duration connect, Duration total, int bodyBytes) {}
