/**
 * Benchmarks: each is a class with a {@code main} that times contenders in one run and writes a
 * dated JSON file into {@code docs/performance}. Real text is read from the folder that {@code
 * TOCSIN_DATA} names; without it they say so and end.
 */
@NullMarked
package io.tocsin.bench;

import org.jspecify.annotations.NullMarked;
