/**
 * Polls feeds and publishes their items as articles: politely, each item once, a fault in one feed
 * being its own. Before it stand the list of feeds and, through {@code outbound}, the world; {@code
 * parse} reads what comes; after it stands {@code news.articles}. What is known of each feed lies
 * on {@code news.feeds}, so that a restart fetches nothing anew and instances share the work.
 */
@NullMarked
package io.tocsin.ingest.feed;

import org.jspecify.annotations.NullMarked;
