/**
 * The validated settings: defaults, then the file, the environment and the command line. Everything
 * that is started reads them; nothing reads the environment by itself.
 */
@NullMarked
package io.tocsin.settings;

import org.jspecify.annotations.NullMarked;
