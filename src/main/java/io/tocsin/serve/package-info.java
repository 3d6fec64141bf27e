/**
 * Answers questions and shows the state of things: HTTP API, event stream, dashboard, metrics,
 * health. Before it stand the output topics, which {@link io.tocsin.serve.LiveFeed} reads into
 * {@link io.tocsin.serve.LiveView} and {@code search} into its index; after it come browsers,
 * Prometheus and probes. It changes nothing; what it accepts goes to the {@link
 * io.tocsin.serve.Intake}, and what {@code rejected} sends again to the topic of articles.
 */
@NullMarked
package io.tocsin.serve;

import org.jspecify.annotations.NullMarked;
