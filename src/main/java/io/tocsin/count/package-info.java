/**
 * Counts mentions per series in panes of event time and answers for windows of panes. Before it
 * stands {@code tag}, after it {@code alert}. Pure: knows {@code model} only.
 */
@NullMarked
package io.tocsin.count;

import org.jspecify.annotations.NullMarked;
