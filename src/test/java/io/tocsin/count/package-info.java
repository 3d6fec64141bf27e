/** Tests of what an article contributes to the counts. */
@NullMarked
package io.tocsin.count;

import org.jspecify.annotations.NullMarked;
