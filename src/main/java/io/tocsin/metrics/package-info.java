/**
 * Every meter's name, help and labels in one place. The stages report through {@code FlowMeter},
 * the web server through {@link io.tocsin.metrics.HttpMeters}; what comes after is the scrape of
 * {@code /metrics}.
 */
@NullMarked
package io.tocsin.metrics;

import org.jspecify.annotations.NullMarked;
