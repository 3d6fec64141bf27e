/**
 * The inflected forms of names: comes after the watchlist is read, whose aliases may have a
 * language, and before the lexicon, which looks every form up like an alias that was written down.
 */
@NullMarked
package io.tocsin.tag.forms;

import org.jspecify.annotations.NullMarked;
