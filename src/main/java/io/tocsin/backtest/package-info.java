/**
 * Runs the live flow over the past: the stages that the topology wires to Kafka, wired to a file or
 * a range of a topic instead, in memory. Stands beside {@code runtime}: before it {@code ingest}
 * and the topic of articles, after it the command line, which shows what live would have sent.
 */
@NullMarked
package io.tocsin.backtest;

import org.jspecify.annotations.NullMarked;
