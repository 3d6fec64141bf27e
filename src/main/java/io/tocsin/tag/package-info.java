/**
 * Finds the subjects of the watchlist in an article's text, with offsets, and the names nobody
 * listed. Before it stands {@code screen}, after it {@code count}. Pure: knows {@code model} only.
 */
@NullMarked
package io.tocsin.tag;

import org.jspecify.annotations.NullMarked;
