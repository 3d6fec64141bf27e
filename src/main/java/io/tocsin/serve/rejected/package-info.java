/**
 * The records that were refused: read newest first, shown without harm, and sent again. Before it
 * stands {@code news.rejected}, which screen and tag write; after it come the HTTP handlers and the
 * command line, and for a replay {@code news.articles}.
 */
@NullMarked
package io.tocsin.serve.rejected;

import org.jspecify.annotations.NullMarked;
