/**
 * What a user can ask for on the command line, one thin class per command. Before it stands {@link
 * io.tocsin.App}; it calls {@code runtime} and the readers of {@code wire}, and nothing calls it.
 */
@NullMarked
package io.tocsin.cli;

import org.jspecify.annotations.NullMarked;
