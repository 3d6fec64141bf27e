/**
 * Brings the alerts of {@code news.alerts} to people and machines outside Kafka, at least once,
 * each sink on its own. Before it stands the stage {@code alert} with its topic; after it come the
 * receivers, and {@code news.deliveries}, which says what was sent where and with which answer.
 */
@NullMarked
package io.tocsin.deliver;

import org.jspecify.annotations.NullMarked;
