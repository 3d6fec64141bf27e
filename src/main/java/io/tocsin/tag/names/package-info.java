/**
 * Finds names of persons, organisations and places that no watchlist has, by plain rules over
 * capitals, titles and the words around them. Before it stands {@code text} with the article read;
 * after it the tagger, which hands the names on beside the tags.
 */
@NullMarked
package io.tocsin.tag.names;

import org.jspecify.annotations.NullMarked;
