/**
 * The compact form of what only this house reads: packs of mentions between {@code tag} and {@code
 * count}, and panes in their store. Topics that others read are JSON. Before it stands {@code
 * model}, after it {@code topology}.
 */
@NullMarked
package io.tocsin.wire.binary;

import org.jspecify.annotations.NullMarked;
