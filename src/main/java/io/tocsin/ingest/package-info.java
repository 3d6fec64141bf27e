/**
 * Turns what the outside world offers – files and HTTP bodies – into records on {@code
 * news.articles}. Before it stands the world, after it the topic and then {@code screen}, which
 * judges by the same reader: what is not taken here is said to its sender, what is sent is counted
 * there.
 */
@NullMarked
package io.tocsin.ingest;

import org.jspecify.annotations.NullMarked;
