/**
 * The query language: parser, and evaluation over the terms that one pass found in an article.
 * Before it stands {@code text}, which reads the article; after it the tagger, which turns the
 * places of a match into tags. The language: words, phrases in double quotes, a trailing {@code *},
 * AND, OR, NOT, parentheses and NEAR/n.
 */
@NullMarked
package io.tocsin.tag.query;

import org.jspecify.annotations.NullMarked;
