/**
 * The file of sinks, read and checked before anything starts: which sinks there are, what goes to
 * which, and when. The settings name the file; {@code deliver} builds its queues and channels by
 * what is read here.
 */
@NullMarked
package io.tocsin.deliver.config;

import org.jspecify.annotations.NullMarked;
