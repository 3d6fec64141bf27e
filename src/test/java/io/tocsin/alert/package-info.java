/** Tests of rules and episodes. */
@NullMarked
package io.tocsin.alert;

import org.jspecify.annotations.NullMarked;
