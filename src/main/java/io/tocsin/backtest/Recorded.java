package io.tocsin.backtest;

import java.time.Instant;

/**
 * One record as it stood on {@code news.articles}, or would have stood there.
 *
 * @param value its bytes
 * @param partition the input partition, whose clock it is held against
 * @param receivedAt its append time
 */
@SuppressWarnings("ArrayRecordComponent") // Handed through once, compared by nobody.
public record Recorded(byte[] value, int partition, Instant receivedAt) {}
