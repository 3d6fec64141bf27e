/**
 * The one format of the watchlist: YAML files, records on {@code news.watchlist} and JSON from
 * outside are read by the same validator. Before it lie bytes and files; after it {@code runtime}
 * writes and follows the topic, and the flow sees only {@code model}.
 */
@NullMarked
package io.tocsin.wire.watchlist;

import org.jspecify.annotations.NullMarked;
