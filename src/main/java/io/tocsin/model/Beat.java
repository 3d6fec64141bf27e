package io.tocsin.model;

import java.time.Instant;

/**
 * An input partition's clock has come so far; behind everything that came from it before.
 *
 * @param partition which
 * @param clock newest trusted event time in it
 * @param receivedAt receive time of its newest article
 */
public record Beat(int partition, Instant clock, Instant receivedAt) {}
