/** Tests of the panes. */
@NullMarked
package io.tocsin.model.pane;

import org.jspecify.annotations.NullMarked;
