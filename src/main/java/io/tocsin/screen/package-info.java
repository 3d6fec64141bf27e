/**
 * Decides whether a record is an article that we accept: shape, identity, time, language. Before it
 * stands {@code wire}, after it {@code tag}. Pure: knows {@code model} only.
 */
@NullMarked
package io.tocsin.screen;

import org.jspecify.annotations.NullMarked;
