/**
 * Holds up to hundreds of thousands of stored queries against an article. Before it stand {@code
 * tag.query}, which reads a query, and {@code tag.match}, which finds its words; after it the
 * tagger, which says which query matched and where.
 *
 * <p>The flow: {@link io.tocsin.tag.stored.StoredQueries.Builder} collects queries; {@code Leaves}
 * numbers what they look for; {@code Anchors} picks for each the rarest part without which it
 * cannot match; {@code Compiler} turns it into code. Of an article, {@code Standing} notes what
 * stands where, and {@code Machine} runs the code of the queries whose anchor stands there.
 */
@NullMarked
package io.tocsin.tag.stored;

import org.jspecify.annotations.NullMarked;
