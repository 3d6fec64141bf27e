/**
 * Sequences of words that are looked for, compiled: comes after {@code tag.text}, which cuts an
 * article into words, and before the lexicon and the stored queries, which know what a sequence
 * means.
 */
@NullMarked
package io.tocsin.tag.match;

import org.jspecify.annotations.NullMarked;
