/** Tests of the compact form. */
@NullMarked
package io.tocsin.wire.binary;

import org.jspecify.annotations.NullMarked;
