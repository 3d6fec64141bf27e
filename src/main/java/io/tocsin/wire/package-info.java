/**
 * Bytes to records and back: the topics, their serdes, and the one hardened JSON mapper. Before it
 * lies Kafka, HTTP or a file; after it the flow sees only {@code model}.
 */
@NullMarked
package io.tocsin.wire;

import org.jspecify.annotations.NullMarked;
