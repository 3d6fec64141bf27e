/** Tests of the stages wired together. */
@NullMarked
package io.tocsin.topology;

import org.jspecify.annotations.NullMarked;
