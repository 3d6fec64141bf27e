/**
 * The statistics of the {@code spike} rule: how improbable a window is against a subject's own
 * past. Before it stand the counts of {@code count}; after it the episodes of {@code alert}, which
 * ask it about every window that changed. Pure: knows {@code model} only, so that back-tests ask
 * the same questions of the same code.
 */
@NullMarked
package io.tocsin.alert.spike;

import org.jspecify.annotations.NullMarked;
