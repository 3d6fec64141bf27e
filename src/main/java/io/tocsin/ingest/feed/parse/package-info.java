/**
 * Reads the bytes of a feed: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed. Before it stands the
 * fetcher of {@code ingest.feed}, after it what makes articles of the items. Everything is strange
 * text here: it is limited in size, number and time, and document types are refused.
 */
@NullMarked
package io.tocsin.ingest.feed.parse;

import org.jspecify.annotations.NullMarked;
