/**
 * The rules of the house as tests: who may know whom, where clocks and loggers may be, and what
 * every package must say of itself. They look at the classes and sources of all other packages.
 */
@NullMarked
package io.tocsin.architecture;

import org.jspecify.annotations.NullMarked;
