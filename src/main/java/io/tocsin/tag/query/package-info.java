/**
 * The query language: parser, printer, plain evaluation over what stands in an article, and
 * explanations. Before it stands {@code text}, which reads the article, and the lexicon, which tags
 * subjects by name; after it the tagger, which turns the places of a match into tags.
 */
@NullMarked
package io.tocsin.tag.query;

import org.jspecify.annotations.NullMarked;
