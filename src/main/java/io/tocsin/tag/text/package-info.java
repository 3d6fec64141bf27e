/**
 * Reads an article once: folded words with offsets, sentences, and the trie in which both words of
 * names and words of queries are looked up. Before it stands the article as received; after it
 * {@code query}, {@code names} and the tagger.
 */
@NullMarked
package io.tocsin.tag.text;

import org.jspecify.annotations.NullMarked;
