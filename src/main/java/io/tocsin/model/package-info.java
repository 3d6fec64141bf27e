/**
 * The records on the topics and the words of the house. Everything in the flow speaks in these
 * types: before them lie only bytes, after them only what is written back to bytes by {@code wire}.
 * Knows nothing but the JDK.
 */
@NullMarked
package io.tocsin.model;

import org.jspecify.annotations.NullMarked;
