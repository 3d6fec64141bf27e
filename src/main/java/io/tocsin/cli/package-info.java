/**
 * One thin class per command, and what a command prints. Before it stands the terminal; after it
 * whatever the command starts: the tagger, the publisher, the service.
 */
@NullMarked
package io.tocsin.cli;

import org.jspecify.annotations.NullMarked;
