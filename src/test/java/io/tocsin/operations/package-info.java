/**
 * What runs beside the service: the files of Prometheus, Alertmanager, Grafana and the containers,
 * each held against the real program that reads it where that is at hand. Before it stand the
 * metrics of {@code io.tocsin.metrics}; after it comes whoever is called at night.
 */
@NullMarked
package io.tocsin.operations;

import org.jspecify.annotations.NullMarked;
