/**
 * The demonstration: the whole service on one machine, fed with a bundled stream of invented
 * articles.
 */
@NullMarked
package io.tocsin.cli.demo;

import org.jspecify.annotations.NullMarked;
