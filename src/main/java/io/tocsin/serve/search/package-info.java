/**
 * The search in articles: an index on disk, fed from {@code news.tagged}, that narrows a query of
 * our own language down to candidates, and the evaluator of that language, which decides. Before it
 * stands the topic; after it come the HTTP handlers.
 */
@NullMarked
package io.tocsin.serve.search;

import org.jspecify.annotations.NullMarked;
