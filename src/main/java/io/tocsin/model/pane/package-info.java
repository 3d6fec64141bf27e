/**
 * Slices of event time: what {@code count} fills and {@code alert} reads. Adding to them is
 * commutative, which is what makes counts and alerts independent of the order of arrival.
 */
@NullMarked
package io.tocsin.model.pane;

import org.jspecify.annotations.NullMarked;
