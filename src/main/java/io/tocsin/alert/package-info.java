/**
 * Holds rules against windows and keeps episodes: opened, updated, resolved, with evidence. Before
 * it stands {@code count}; after it the alerts leave the flow. Pure: knows {@code model} only.
 */
@NullMarked
package io.tocsin.alert;

import org.jspecify.annotations.NullMarked;
