/**
 * Requests to addresses that somebody typed in: where the flow begins, feeds are fetched through it
 * ({@code ingest.feed}), and where it ends, alerts are delivered through it ({@code deliver}). It
 * decides which addresses may be called at all, and connects to the one that it checked.
 */
@NullMarked
package io.tocsin.outbound;

import org.jspecify.annotations.NullMarked;
