/**
 * Estimates from articles of the past how often each subject and query of a watchlist will be
 * found. Before it stand {@code ingest}, which reads the articles, and {@code tag}; after it the
 * command that prints the estimate.
 */
@NullMarked
package io.tocsin.cli.lint;

import org.jspecify.annotations.NullMarked;
