/**
 * Starts, watches and stops: the embedded broker, the topics, the streams engine and what the
 * process ends with. Before it stand the settings and the topology, after it the command line;
 * {@code serve} runs inside it.
 */
@NullMarked
package io.tocsin.runtime;

import org.jspecify.annotations.NullMarked;
