/**
 * Articles in the CoNLL format, one token and its label a line: what {@code tocsin tag} prints and
 * measures names with. Before it stand the files of an operator, after it a terminal.
 */
@NullMarked
package io.tocsin.cli.conll;

import org.jspecify.annotations.NullMarked;
