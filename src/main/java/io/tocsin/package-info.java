/**
 * The top of the house: {@link io.tocsin.App} takes the command line and hands it to a command of
 * {@code io.tocsin.cli}. Nothing below knows this package.
 */
@NullMarked
package io.tocsin;

import org.jspecify.annotations.NullMarked;
