package io.tocsin.deliver.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One sink.
 *
 * @param id names it on {@code news.deliveries}, in metrics and in its consumer group
 * @param target what it is and where
 * @param route what goes to it
 * @param grouping what leaves together
 * @param pace least time between two messages; zero for as fast as it takes them
 * @param quiet hours in which it is left alone; null for none
 */
public record SinkSpec(
    String id,
    Target target,
    Route route,
    Grouping grouping,
    Duration pace,
    @Nullable QuietHours quiet) {}
